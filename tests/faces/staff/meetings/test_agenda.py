"""The team makes the method's agenda its own, also without JavaScript."""

import pytest
from django.urls import reverse

from hjemmebane.domain.meetings.choices import AgendaRefusal, MeetingKind
from hjemmebane.domain.meetings.queries import own_agenda, points_now
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words

PAGE = reverse("staff:meetings:agenda")


def change(cast, verb, *, by=None, **sent):
    url = reverse("staff:meetings:agenda_change", args=[verb])
    return browser(by or cast.ida).post(url, {"id": new_id()} | sent)


def titles(cast):
    with acting(cast.ida.actor):
        return [point.title for point in points_now(cast.team_one, MeetingKind.BOARD)]


def version(cast):
    with acting(cast.ida.actor):
        agenda = own_agenda(cast.team_one, MeetingKind.BOARD)
    return agenda.version if agenda else ""


def test_points_are_moved_left_out_taken_in_and_added(cast):
    before = titles(cast)

    for verb, sent in (
        ("ned", {"code": "BOARD_LAST_TIME"}),
        ("fjern", {"code": "BOARD_METHOD"}),
        ("tilfoej", {"title": "Husdyr", "text": "Hvem fodrer katten?"}),
    ):
        assert change(cast, verb, version=version(cast), **sent).status_code == 302

    assert titles(cast)[:2] == [before[1], before[0]]
    assert titles(cast)[-1] == "Husdyr"
    assert "Metoden foreslår også de her" in words(browser(cast.bo).get(PAGE))
    change(cast, "tag-med", version=version(cast), code="BOARD_METHOD")
    assert titles(cast)[-1] == "Metoden"
    change(cast, "metodens", version=version(cast), code="BOARD_WEEK")
    assert titles(cast) == before


def test_point_sent_twice_is_one(cast):
    sent = {"id": new_id(), "title": "Husdyr", "text": "Hvem fodrer katten?"}
    change(cast, "tilfoej", **sent)
    change(cast, "tilfoej", version=version(cast), **sent)

    assert titles(cast).count("Husdyr") == 1


def test_what_a_meeting_needs_stays(cast):
    refused = change(cast, "fjern", code="BOARD_CITIZENS")

    assert (refused.status_code, AgendaRefusal.NEEDED.label in words(refused)) == (422, True)


def test_who_comes_second_sees_what_the_first_did_and_keeps_the_words(cast):
    change(cast, "ned", code="BOARD_LAST_TIME")

    late = change(cast, "tilfoej", title="Husdyr", text="Hvem fodrer katten?")

    assert late.status_code == 409
    assert "En anden har rettet det imens." in words(late)
    assert 'value="Husdyr"' in late.text


@pytest.mark.parametrize("address", ["?slags=FINDES_IKKE", "?team=findes-ikke"])
def test_what_is_not_there_is_not_there(cast, address):
    assert browser(cast.ida).get(PAGE + address).status_code == 404


def test_unknown_verb_is_not_there(cast):
    assert change(cast, "spis", code="BOARD_WEEK").status_code == 404


def test_other_words_in_the_same_form_are_a_point_of_their_own(cast):
    key = new_id()
    change(cast, "tilfoej", id=key, title="Husdyr", text="Hvem fodrer katten?")
    change(cast, "tilfoej", id=key, version=version(cast), title="Nøgler", text="Hvem har dem?")

    assert titles(cast)[-2:] == ["Husdyr", "Nøgler"]


def test_team_that_is_back_at_the_methods_agenda_follows_it(cast):
    change(cast, "ned", code="BOARD_LAST_TIME")
    change(cast, "metodens", version=version(cast), code="BOARD_WEEK")

    with acting(cast.ida.actor):
        assert own_agenda(cast.team_one, MeetingKind.BOARD).points == []
