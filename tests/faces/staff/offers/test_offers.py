"""Tilbud og fællesskaber: found by theme and place, matched to what was said, and joined."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hjemmebane.domain.partners.models import CommunityOffer
from hjemmebane.domain.plans.choices import ItemKind, PlanRefusal
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.teams.actions import add_municipality
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import NOW
from tests.factories.partnership import offer
from tests.factories.plans import Writing, refusal_of

pytestmark = pytest.mark.django_db
PAGE = reverse("staff:offers:page")
DAY = dt.timedelta(days=1)


def for_kim(cast):
    return reverse("staff:offers:citizen", args=[cast.kim.citizen.pk])


def join_url(cast, found):
    return reverse("staff:offers:join", args=[cast.kim.citizen.pk, found.pk])


def put_down(cast, **changes):
    given = {"checked_on": today(), "at": now(), **changes}
    with acting(cast.ida.actor):
        return offer(cast, cast.ida.actor, **given)


def typed(**changes):
    return {
        "id": new_id(),
        "name": "Skakbænken",
        "kind": "OTHER",
        "themes": ["GAMES"],
        "about": "To borde i parken",
        "threshold": "OPEN",
        "checked_on": str(today()),
        **changes,
    }


def names(response):
    return [one.offer.name for one in response.context["page"].offers]


def test_offer_is_written_once_and_rewritten(cast):
    client, sent = browser(cast.ida), typed()
    for _ in range(2):
        assert client.post(reverse("staff:offers:new"), sent).status_code == 302
    with acting(cast.ida.actor):
        found = CommunityOffer.objects.get()
    address = reverse("staff:offers:edit", args=[found.pk])

    changed = typed(version=1, about="Tre borde i parken")
    assert client.post(address, changed).status_code == 302
    assert client.post(address, typed(version=1, about="Fire borde")).status_code == 409
    assert "Tre borde i parken" in words(client.get(PAGE))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"themes": []}, "Vælg mindst ét tema"),
        ({"checked_on": str(today() + DAY)}, "Dagen er ikke kommet endnu."),
        ({"about": "Kim, 070761-4285"}, "ligner et CPR-nummer"),
    ],
)
def test_refusal_is_said_and_nothing_typed_is_lost(cast, changes, sentence):
    refused = browser(cast.ida).post(reverse("staff:offers:new"), typed(**changes))

    assert refused.status_code == 422
    assert sentence in words(refused)
    assert 'value="Skakbænken"' in refused.content.decode()


def test_offers_are_found_by_theme_place_and_word(cast):
    put_down(cast)
    put_down(
        cast, name="Guitarklubben", themes=["MUSIC"], district="Midtbyen", about="Fem guitarer"
    )
    client = browser(cast.ida)

    assert names(client.get(PAGE)) == ["Guitarklubben", "Haven bag Stationen"]
    assert names(client.get(PAGE, {"tema": "MUSIC"})) == ["Guitarklubben"]
    assert names(client.get(PAGE, {"bydel": "Nordbyen"})) == ["Haven bag Stationen"]
    assert names(client.get(PAGE, {"ord": "GUITAR"})) == ["Guitarklubben"]
    assert names(client.get(PAGE, {"tema": "MOON", "bydel": "Månen"})) == [
        "Guitarklubben",
        "Haven bag Stationen",
    ]


def test_offer_nobody_has_seen_to_for_a_year_says_so(cast):
    stale = put_down(cast, checked_on=today() - 366 * DAY)
    client = browser(cast.ida)
    assert "Ikke set efter i over et år" in words(client.get(PAGE))
    address = reverse("staff:offers:checked", args=[stale.pk])

    assert client.post(address, {"version": 1}).status_code == 302
    client.post(address, {"version": 1})

    assert "Ikke set efter i over et år" not in words(client.get(PAGE))
    assert "Set efter i dag" in words(client.get(PAGE))


def test_stale_tap_is_told(cast):
    found = put_down(cast, checked_on=today() - 366 * DAY)
    address = reverse("staff:offers:checked", args=[found.pk])

    read = words(browser(cast.ida).post(address, {"version": 7}, follow=True))

    assert "En anden har rettet det imens." in read


def test_offer_that_closed_is_kept_apart(cast):
    put_down(cast, is_closed=True)
    client = browser(cast.ida)

    assert names(client.get(PAGE)) == []
    assert "Findes ikke mere" in words(client.get(PAGE))
    assert "Haven bag Stationen" not in words(client.get(for_kim(cast)))


def test_what_the_citizen_has_said_speaks_for_an_offer(cast):
    put_down(cast, themes=["MOVEMENT"], name="Gåholdet")
    put_down(cast, themes=["MUSIC"], name="Koret")
    with acting(cast.ida.actor):
        Writing(cast.kim.plan, cast.ida.actor).add(ItemKind.WISH, text="En tur ved søen")

    page = browser(cast.ida).get(for_kim(cast))

    assert [one.offer.name for one in page.context["page"].suits] == ["Gåholdet"]
    assert [one.offer.name for one in page.context["page"].others] == ["Koret"]
    assert "Bevægelse og idræt: “En tur ved søen” (ordet “tur”)" in words(page)


def test_joining_is_an_activity_with_company(cast):
    found, client = put_down(cast), browser(cast.ida)
    sent = {
        "deltag-id": new_id(),
        "deltag-what": "Prøve haven",
        "deltag-responsible": f"STAFF-{cast.ida.staff_member.pk}",
        "deltag-goal": str(cast.kim.goal.pk),
    }
    assert client.get(join_url(cast, found)).context["form"]["what"].value() == (
        "Prøve Haven bag Stationen"
    )

    for _ in range(2):
        assert client.post(join_url(cast, found), sent).status_code == 302

    with acting(cast.ida.actor):
        made = PlanActivity.objects.select_related("offer", "staff_member", "goal").get()
    assert (made.what, made.offer, made.goal.pk) == ("Prøve haven", found, cast.kim.goal.pk)
    assert (made.staff_member, made.place) == (cast.ida.staff_member, "Prøvevænget 3")
    assert made.how_often == "Tirsdag 10–13"


def test_somebody_has_to_be_chosen(cast):
    found = put_down(cast)
    sent = {"deltag-id": new_id(), "deltag-what": "Prøve haven", "deltag-responsible": ""}

    refused = browser(cast.ida).post(join_url(cast, found), sent)

    assert refused.status_code == 422
    assert "Vælg en fra listen." in words(refused)


def test_offer_of_another_municipality_is_not_joined(cast):
    with acting(OPERATIONS):
        away = add_municipality(name="Fjernby", code="0902", by=OPERATIONS, at=NOW)
        far = CommunityOffer(
            municipality=away,
            name="Langt væk",
            kind="OTHER",
            themes=["GAMES"],
            about="Der",
            checked_on=today(),
            recorded_by=cast.ida.user,
            recorded_at=now(),
        ).insert()

    assert browser(cast.ida).get(join_url(cast, far)).status_code == 404
    assert browser(cast.ida).get(reverse("staff:offers:edit", args=[far.pk])).status_code == 404
    with acting(cast.ida.actor):
        writing = Writing(cast.kim.plan, cast.ida.actor)
        assert writing.refuses(ItemKind.ACTIVITY, offer=far) == (
            PlanRefusal.OFFER_ELSEWHERE,
            "offer",
        )
        assert refusal_of(writing.add, which=ItemKind.GOAL, life_area="MOON") == (
            PlanRefusal.UNKNOWN_CHOICE,
            "life_area",
        )


@pytest.mark.parametrize("page", ["directory", "citizen"])
def test_pages_ask_as_many_queries_whatever_the_number(cast, page):
    address = PAGE if page == "directory" else for_kim(cast)
    client, counts = browser(cast.ida), []
    for number in range(2):
        put_down(cast, name=f"Gåhold {number}", themes=["MOVEMENT"])
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        counts.append(len(asked))

    assert counts[0] == counts[1]
