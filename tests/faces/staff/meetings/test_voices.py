"""What the citizen asked for, taken in or answered at the meeting: the minutes tell of both."""

import pytest
from django.urls import reverse

from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.sharing.choices import SharingRefusal, SuggestionKind, SuggestionStatus
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.meetings import at, decide, seen_by
from tests.factories.sharing import let_citizen_in
from tests.factories.voices import spoken, suggested

LATEST = {"seen_change": 10**9}


@pytest.fixture
def asks(cast):
    """`asks(**changes)`: Kim asks for something through her own door."""
    kim = let_citizen_in(cast.kim, cast.ida)

    def asked(**changes):
        with acting(kim.actor):
            return suggested(cast.kim, kim.actor, **changes)

    return asked


def take_in(cast, turn, one, **changes):
    sent = {"suggestion": one.pk, "goal": cast.kim.goal.pk, "text": "Gå en tur", **LATEST}
    return decide(cast, turn, "tag-med", **sent | changes)


def minutes(cast, turn):
    return words(browser(cast.bo).get(reverse("staff:meetings:meeting", args=[turn.meeting_id])))


def test_spoken_step_is_taken_in_with_the_teams_words_beside(cast, turn, asks):
    one = asks(text="", recorded=[spoken()])
    page = browser(cast.ida).get(f"{at(turn)}?tag-med={one.pk}")
    assert "Har indtalt det eller sendt et billede" in words(page)
    assert f'value="{one.pk}" selected' in page.text

    assert take_in(cast, turn, one).status_code == 302

    [stored] = seen_by(cast.ida, Suggestion)
    assert (stored.status, stored.text) == (SuggestionStatus.TAKEN_IN, "")
    assert "Gå en tur" in {step.text for step in seen_by(cast.ida, SubGoal)}
    assert "Nyt delmål: “Gå en tur”" in minutes(cast, turn)


def test_same_press_twice_makes_one_step(cast, turn, asks):
    one, key = asks(), new_id()
    steps = len(seen_by(cast.ida, SubGoal))

    assert take_in(cast, turn, one, id=key).status_code == 302
    assert take_in(cast, turn, one, id=key).status_code == 302

    assert len(seen_by(cast.ida, SubGoal)) == steps + 1


def test_what_somebody_else_took_in_is_told_and_the_words_are_kept(cast, turn, asks):
    one = asks()
    take_in(cast, turn, one)

    late = take_in(cast, turn, one, htmx=True, text="Noget andet")

    assert SharingRefusal.ALREADY_HANDLED.label in words(late)
    assert "Noget andet" in late.text


def test_citizen_is_answered_at_the_meeting(cast, turn, asks):
    one = asks(kind=SuggestionKind.CALL_ME, text="")
    assert f"?svar={one.pk}#beslut-svar" in browser(cast.ida).get(at(turn)).text

    sent = {"suggestion": one.pk, "answer": "Ida ringer i morgen", **LATEST}
    assert decide(cast, turn, "svar", **sent).status_code == 302

    assert seen_by(cast.ida, Suggestion)[0].answer == "Ida ringer i morgen"
    assert "Svar til borgeren: “Ida ringer i morgen”" in minutes(cast, turn)


def test_answer_without_words_is_refused(cast, turn, asks):
    one = asks()

    refused = decide(cast, turn, "svar", htmx=True, suggestion=one.pk, answer=" ", **LATEST)

    assert refused.status_code == 422
    assert seen_by(cast.ida, Suggestion)[0].status == SuggestionStatus.NEW


def test_call_is_nothing_to_take_in(cast, turn, asks):
    one = asks(kind=SuggestionKind.CALL_ME, text="")

    assert "beslut-tag-med" not in browser(cast.ida).get(at(turn)).text
    assert take_in(cast, turn, one, htmx=True).status_code == 422


def test_wish_is_taken_in_with_one_tap_and_told(cast, turn, asks):
    one = asks(kind=SuggestionKind.WISH, text="Bage brød")
    url = at(turn, "tap", "forslag", one.pk, "tag-med")

    assert browser(cast.ida).post(url, {"version": 1}).status_code == 302

    assert "Nyt ønske: “Bage brød”" in minutes(cast, turn)
