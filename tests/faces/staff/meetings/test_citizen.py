"""A citizen's turn: a decision that is the change, and what is seen by all."""

from django.urls import reverse

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.contacts.choices import ReminderRefusal
from hjemmebane.domain.contacts.models import Appointment, FollowUp, Task
from hjemmebane.domain.meetings.actions import close_meeting
from hjemmebane.domain.meetings.choices import BoardRefusal, MeetingRefusal
from hjemmebane.domain.meetings.models import CitizenNote, MeetingItem
from hjemmebane.domain.meetings.queries import board_entries_now
from hjemmebane.domain.plans.actions import add_item
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import Assessment, Goal, SubGoal
from hjemmebane.domain.practice.models import Placement
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import RecordRefusal
from tests.factories.browsing import HTMX, browser, words
from tests.factories.courses import end_today
from tests.factories.meetings import at, decide, seen_by

REWORD = "ret-delmaal"


def test_citizen_is_taken_up_and_seen_by_all(cast, turn):
    answer = browser(cast.ida).post(at(turn, "turn_to"), {"version": turn.version})
    assert answer["Location"] == at(turn)

    page = browser(cast.bo).get(at(turn))
    for shown in ("Kim Krog", str(cast.kim.wish), str(cast.kim.goal), "Beslut her"):
        assert shown in words(page)
    assert seen_by(cast.ida, MeetingItem)[0].taken_up_at


def test_each_decision_is_the_change_and_stands_in_the_minutes(cast, turn, meeting):
    goal, ida = cast.kim.goal.pk, cast.ida.staff_member.pk
    for key, sent in (
        ("delmaal", {"goal": goal, "text": "Ringe til lægen"}),
        ("udredning", {"kind": "SOMATIC", "staff_member": ida, "barrier": ""}),
        ("del", {"part": "GOAL_WORK", "reason": "Kim er klar"}),
        ("ansvar", {"goal": goal, "staff_member": ida, "seen_change": 10**9}),
        ("tavlen", {"reason": "CRISIS", "note": "Sover ude", "review_on": "2099-01-01"}),
        (
            "aftale",
            {
                "what": "Kaffe",
                "starts_at_0": "2099-01-01",
                "starts_at_1": "10:00",
                "starts_at": "2099-01-01T10:00",
                "place": "HOME",
                "staff_member": ida,
            },
        ),
        ("opgave", {"what": "Bestille tid", "staff_member": ida, "due_on": "2099-01-01"}),
        ("opfoelgning", {"why": "Gik det godt?", "due_on": "2099-01-01", "staff_member": ""}),
        ("lys", {"colour": "RED", "note": "Sover ikke"}),
        ("tages-op", {"cadence": "MONTHLY", "seen_change": 10**9}),
        ("af-tavlen", {}),
        ("sagt", {"text": "Bo tager med"}),
    ):
        answer = decide(cast, turn, key, **sent)
        assert answer.status_code == 302, words(answer)

    minutes = words(browser(cast.bo).get(reverse("staff:meetings:meeting", args=[meeting.pk])))
    for sentence in (
        "Nyt delmål: “Ringe til lægen”",
        "bestilt",
        "Praksismodel: Flyttet til",
        "Ida",
        "På tavlen: Krise. Sover ude",
        "Aftale: Kaffe",
        "Opgave: Ida: Bestille tid, senest",
        "Følges op: Gik det godt? – Hele teamet",
        "Lys: Rød. Sover ikke",
        "Tages op: hver måned",
        "Taget af tavlen: Krise",
        "Bo tager med",
    ):
        assert sentence in minutes
    assert seen_by(cast.ida, Placement)[0].reason == "Kim er klar"
    assert seen_by(cast.ida, Assessment)[0].status == "ORDERED"


def test_refused_decision_keeps_what_was_typed(cast, turn):
    refused = decide(cast, turn, "del", htmx=True, part="GOAL_WORK", reason="   ")
    assert refused.status_code == 422
    assert 'id="beslut-del"' in refused.text
    assert seen_by(cast.ida, Placement) == []

    typed = decide(cast, turn, "sagt", htmx=True, text="x" * 5001)
    assert typed.status_code == 422
    assert "x" * 5001 in typed.text


def test_taken_time_is_told_and_taken_all_the_same_on_the_second_press(cast, turn):
    sent = {"what": "Kaffe", "starts_at": "2099-01-01T10:00", "place": "HOME"}
    sent["staff_member"] = cast.ida.staff_member.pk
    decide(cast, turn, "aftale", **sent)

    told = decide(cast, turn, "aftale", htmx=True, **sent | {"what": "Lægen"})

    assert told.status_code == 422
    said = "Ida har en aftale med Kim Krog torsdag 1. januar 2099 kl. 10.00."
    assert f"Se lige efter {said}" in words(told)
    assert "Gem alligevel" in words(told)
    form = told.context["decision"].form
    assert form["what"].value() == "Lægen"
    assert len(seen_by(cast.ida, Appointment)) == 1

    read = {"what": "Lægen", "read": form["read"].value()}
    assert decide(cast, turn, "aftale", **sent | read).status_code == 302
    assert sorted(one.what for one in seen_by(cast.ida, Appointment)) == ["Kaffe", "Lægen"]


def test_step_is_ticked_for_everybody(cast, turn):
    step = cast.kim.first_step
    url = at(turn, "tap", "delmaal", step.pk, "naaet")
    news = at(turn, "news")
    before = browser(cast.bo).get(at(turn)).context["desk"].pulse
    assert browser(cast.bo).get(f"{news}?efter={before}").status_code == 204

    ticked = browser(cast.ida).post(url, {"version": step.version}, headers=HTMX)

    assert 'id="nu"' in ticked.text
    told = browser(cast.bo).get(f"{news}?efter={before}", headers=HTMX)
    assert "Delmål nået" in told.text
    stale = browser(cast.bo).post(
        at(turn, "tap", "delmaal", step.pk, "laeg-vaek"), {"version": step.version}, headers=HTMX
    )
    assert stale.status_code in {409, 422}
    with acting(cast.ida.actor):
        assert SubGoal.objects.get(pk=step.pk).status == "REACHED"
        occasions = Change.objects.filter(row_id=str(step.pk)).values_list("occasion", flat=True)
        assert list(occasions)[-1] == turn.meeting.occasion


def test_what_waits_is_ticked_at_the_meeting(cast, turn, meeting):
    ida = cast.ida.staff_member.pk
    decide(cast, turn, "opgave", what="Bestille tid", staff_member=ida, due_on="2099-01-01")
    decide(cast, turn, "opfoelgning", why="Sov Kim?", due_on="2099-01-01", staff_member="")
    assert "Venter på nogen" in words(browser(cast.bo).get(at(turn)))

    for kind, model in (("opgave", Task), ("opfoelgning", FollowUp)):
        (record,) = seen_by(cast.ida, model)
        url = at(turn, "tap", kind, record.pk, "gjort")
        assert browser(cast.bo).post(url, {"version": record.version}).status_code == 302
        again = browser(cast.ida).post(url, {"version": record.version + 1}, headers=HTMX)
        assert (again.status_code, ReminderRefusal.ALREADY_SETTLED.label in words(again)) == (
            422,
            True,
        )
        assert seen_by(cast.ida, model)[0].status == "DONE"

    told = words(browser(cast.bo).get(at(turn)))
    assert "Venter på nogen" not in told
    assert "Opgave gjort op: Ida" in told
    assert "Fulgt op: Sov Kim?" in told


def test_nobody_overtakes_what_somebody_else_just_decided(cast, turn):
    """Both saw the goal without anybody; Bo's choice stands until Ida says so once more."""
    goal, seen = cast.kim.goal.pk, browser(cast.ida).get(at(turn)).context["desk"].pulse.newest
    ida, bo = cast.ida.staff_member.pk, cast.bo.staff_member.pk
    decide(cast, turn, "ansvar", by=cast.bo, goal=goal, staff_member=bo, seen_change=seen)
    late = {"goal": goal, "staff_member": ida, "id": new_id()}

    refused = decide(cast, turn, "ansvar", htmx=True, seen_change=seen, **late)

    assert (refused.status_code, MeetingRefusal.OVERTAKEN.label in words(refused)) == (422, True)
    assert seen_by(cast.ida, Goal)[0].staff_member_id == bo
    form = refused.context["decision"].form
    decide(cast, turn, "ansvar", seen_change=form["seen_change"].value(), **late)
    assert seen_by(cast.ida, Goal)[0].staff_member_id == ida


def test_step_is_reworded_where_it_stands(cast, turn):
    step, client = cast.kim.first_step, browser(cast.ida)
    page = client.get(at(turn))
    way = f"{at(turn)}?ret={step.pk}"
    assert f'href="{way}#beslut-ret-delmaal"' in page.text

    asked = next(one for one in client.get(way).context["asked"] if one.form.key == REWORD)
    assert (asked.is_open, asked.form["text"].value()) == (True, step.text)
    assert not next(one for one in page.context["asked"] if one.form.key == REWORD).is_open

    empty = decide(cast, turn, REWORD, htmx=True, sub_goal=step.pk, text=" ")
    assert empty.status_code == 422
    seen = asked.form["seen_change"].value()
    decide(cast, turn, REWORD, sub_goal=step.pk, text="Gå til søen", seen_change=seen)
    assert "Gå til søen" in {one.text for one in seen_by(cast.ida, SubGoal)}
    minutes = client.get(reverse("staff:meetings:meeting", args=[turn.meeting_id]))
    assert f"Delmålet “{step.text}” hedder nu “Gå til søen”" in words(minutes)


def test_words_that_somebody_else_just_chose_are_not_overtaken(cast, turn):
    step = cast.kim.first_step
    seen = browser(cast.ida).get(at(turn)).context["desk"].pulse.newest
    mine = {"sub_goal": step.pk, "text": "Gå til søen", "seen_change": seen}
    decide(cast, turn, REWORD, by=cast.bo, **{**mine, "text": "Gå en tur"})

    refused = decide(cast, turn, REWORD, htmx=True, **mine)

    assert (refused.status_code, MeetingRefusal.OVERTAKEN.label in words(refused)) == (422, True)
    assert "Gå til søen" in refused.text
    texts = {one.text for one in seen_by(cast.ida, SubGoal)}
    assert ("Gå en tur" in texts, "Gå til søen" in texts) == (True, False)


def test_step_that_is_reached_keeps_its_words(cast, turn):
    step = cast.kim.first_step
    browser(cast.bo).post(
        at(turn, "tap", "delmaal", step.pk, "naaet"), {"version": step.version}, headers=HTMX
    )

    refused = decide(cast, turn, REWORD, htmx=True, sub_goal=step.pk, text="Gå til søen")

    assert refused.status_code == 422
    assert "Gå til søen" in refused.text
    assert "Gå til søen" not in {one.text for one in seen_by(cast.ida, SubGoal)}


def test_reason_that_nobody_has_seen_is_not_taken_away(cast, turn):
    """Ida's form was shown beside a crisis; Bo has said since that Kim withdraws."""
    on_board = {"note": "", "review_on": "2099-01-01"}
    decide(cast, turn, "tavlen", reason="CRISIS", **on_board)
    seen = browser(cast.ida).get(at(turn)).context["desk"].pulse.newest
    decide(cast, turn, "tavlen", by=cast.bo, reason="WITHDRAWN", seen_change=seen, **on_board)

    refused = decide(cast, turn, "af-tavlen", htmx=True, seen_change=seen)

    assert (refused.status_code, MeetingRefusal.OVERTAKEN.label in words(refused)) == (422, True)
    with acting(cast.ida.actor):
        assert board_entries_now([cast.kim.course.pk])[cast.kim.course.pk].reason == "WITHDRAWN"


def test_own_change_overtakes_nobody(cast, turn):
    goal, ida = cast.kim.goal.pk, cast.ida.staff_member.pk
    seen = browser(cast.ida).get(at(turn)).context["desk"].pulse.newest
    for staff_member in (ida, cast.bo.staff_member.pk):
        sent = {"goal": goal, "staff_member": staff_member, "seen_change": seen}
        assert decide(cast, turn, "ansvar", **sent).status_code == 302

    assert seen_by(cast.ida, Goal)[0].staff_member_id == cast.bo.staff_member.pk


def test_what_was_written_before_an_assessment_was_ordered_stays(cast, turn):
    values = {"kind": "SOMATIC", "status": "NEEDED", "barrier": "Afventer afklaring"}
    with acting(cast.ida.actor):
        by = {"by": cast.ida.actor, "at": now()}
        add_item(id=new_id(), plan=cast.kim.plan, kind=ItemKind.ASSESSMENT, values=values, **by)

    decide(cast, turn, "udredning", kind="SOMATIC", staff_member="", barrier="", seen_change=10**9)

    (assessment,) = seen_by(cast.ida, Assessment)
    assert (assessment.status, assessment.barrier) == ("ORDERED", "Afventer afklaring")


def test_same_form_with_other_words_is_not_called_done(cast, turn):
    key, on_board = new_id(), {"note": "", "review_on": "2099-01-01"}
    decide(cast, turn, "tavlen", id=key, reason="CRISIS", **on_board)

    again = decide(cast, turn, "tavlen", id=key, reason="WITHDRAWN", htmx=True, **on_board)

    assert (again.status_code, RecordRefusal.SAVED_OTHERWISE.label in words(again)) == (422, True)


def test_who_is_taken_off_the_board_already_is_not_taken_off_again(cast, turn):
    refused = decide(cast, turn, "af-tavlen", htmx=True)

    assert (refused.status_code, BoardRefusal.ALREADY_OFF.label in words(refused)) == (422, True)


def test_citizen_whose_course_ends_amid_the_meeting_keeps_what_was_decided(cast, turn, meeting):
    step = cast.kim.first_step
    decide(cast, turn, "delmaal", goal=cast.kim.goal.pk, text="Ringe til lægen")
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)

    url = at(turn, "tap", "delmaal", step.pk, "naaet")
    refused = browser(cast.ida).post(url, {"version": step.version}, headers=HTMX)
    assert refused.status_code == 422
    page = words(browser(cast.ida).get(at(turn)))
    assert "Forløbet er afsluttet" in page
    assert "Nyt delmål: “Ringe til lægen”" in page
    listed = browser(cast.ida).get(reverse("staff:meetings:meeting", args=[meeting.pk]))
    assert "Forløbet er afsluttet" in words(listed)


def test_closed_meeting_is_read_and_added_to(cast, turn, meeting):
    with acting(cast.ida.actor):
        close_meeting(meeting=meeting, by=cast.ida.actor, at=now())

    refused = decide(cast, turn, "del", htmx=True, part="GOAL_WORK", reason="Klar")
    assert refused.status_code == 422
    assert seen_by(cast.ida, Placement) == []
    added = decide(cast, turn, "sagt", text="Glemte at sige: Bo tager med")
    assert added.status_code == 302
    assert seen_by(cast.ida, CitizenNote)[0].text == "Glemte at sige: Bo tager med"
    assert "tilføjet" in words(browser(cast.ida).get(at(turn)))


def test_nothing_is_chosen_for_the_team(cast, turn):
    for key, sent in (("opgave", {"what": "Ringe"}), ("tavlen", {"review_on": "2099-01-01"})):
        assert decide(cast, turn, key, htmx=True, **sent).status_code == 422
    assert seen_by(cast.ida, Task) == []
