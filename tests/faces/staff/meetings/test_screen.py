"""The large screen follows the meeting by itself."""

from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.meetings.actions import add_to_meeting
from hjemmebane.domain.meetings.models import MeetingItem
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.meetings import at, decide, seen_by
from tests.factories.plans import begin_course


def test_large_screen_follows_the_meeting(cast, turn, meeting):
    screen, news = (
        reverse(f"staff:meetings:{name}", args=[meeting.pk]) for name in ("screen", "screen_news")
    )
    page = browser(cast.bo).get(screen)
    assert "Skærmen skifter af sig selv" in words(page)
    seen = page.context["desk"].beat
    assert browser(cast.bo).get(f"{news}?efter={seen}").status_code == 204

    browser(cast.ida).post(at(turn, "turn_to"), {"version": turn.version})

    came = browser(cast.bo).get(f"{news}?efter={seen}")
    assert "Kim Krog" in words(came)
    assert "Beslut her" not in words(came)
    seen = came.context["desk"].beat
    decide(cast, turn, "lys", colour="RED", note="Sover ikke")
    assert "Sover ikke" in words(browser(cast.bo).get(f"{news}?efter={seen}"))


def test_screen_reads_about_nobody_before_the_first(cast, meeting):
    with acting(cast.ida.actor):
        before = Access.objects.count()
    browser(cast.bo).get(reverse("staff:meetings:screen", args=[meeting.pk]))

    with acting(cast.ida.actor):
        assert Access.objects.count() == before


def test_team_comes_back_to_a_citizen(cast, turn, meeting):
    with acting(cast.ida.actor):
        other = begin_course(cast)
        item = add_to_meeting(
            id=new_id(), meeting=meeting, course=other, by=cast.ida.actor, at=now()
        )
    screen = reverse("staff:meetings:screen", args=[meeting.pk])
    for here, name in ((turn, "Kim Krog"), (item, "Ask"), (turn, "Kim Krog")):
        version = next(i.version for i in seen_by(cast.ida, MeetingItem) if i.pk == here.pk)
        browser(cast.ida).post(at(here, "turn_to"), {"version": version})
        assert name in words(browser(cast.bo).get(screen))
