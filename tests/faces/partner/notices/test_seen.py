"""A partner's front page tells that doors moved, until they say that they have seen it."""

from django.test import Client
from django.urls import reverse

from hjemmebane.domain.sharing.models import Notice
from hjemmebane.foundation.actors import acting
from tests.factories.browsing import words
from tests.factories.sharing import let_in, open_to

NEWS = "Noget nyt er delt med jer."


def test_news_is_told_without_a_name_until_it_is_seen(cast):
    lise, client = let_in(cast.lise, cast.ida), Client()
    client.force_login(lise.user)
    front = reverse("partner:citizens:page")
    assert "Nyt siden sidst" not in words(client.get(front))
    open_to(cast.job_centre, cast.kim, cast.ida)

    page = client.get(front)
    assert NEWS in words(page)
    with acting(lise.actor):
        shown = [str(key) for key in Notice.objects.values_list("pk", flat=True)]
    open_to(cast.job_centre, cast.kim, cast.ida)
    answer = client.post(reverse("partner:notices:seen"), {"notice": [*shown, "vrøvl"]})

    assert (answer.status_code, answer["Location"]) == (302, front)
    with acting(lise.actor):
        assert Notice.objects.filter(seen_at__isnull=True).count() == 1
    assert NEWS in words(client.get(front))
