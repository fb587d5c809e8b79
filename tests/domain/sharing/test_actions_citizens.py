"""What a citizen does in their own plan: done, refused, and out of everybody else's hands."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.consents.choices import ConsentRefusal
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.actions import reach_sub_goal
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.sharing.actions import (
    Recorded,
    add_recording,
    answer_as_citizen,
    choose_pictogram,
    reach_own_step,
    stop_sharing,
    suggest,
    take_up_own_step,
    tell_story,
)
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import (
    CitizenAnswer,
    Pictogram,
    Recording,
    Story,
    Suggestion,
)
from hjemmebane.domain.sharing.queries import (
    content_of,
    latest_answers,
    opened_citizens,
    own_course,
    own_thing,
    stories_of,
)
from hjemmebane.domain.sharing.rules import LARGEST_RECORDING
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.history import changes_by
from tests.factories.pictures import picture
from tests.factories.refusals import refused_as_not_yours
from tests.factories.sharing import let_citizen_in, open_to
from tests.factories.voices import SOUND, spoken


def reach(cast, by, **changes):
    step = cast.kim.first_step
    given = {"course": cast.kim.course, "step": step, "version": step.version}
    return reach_own_step(**given | changes, by=by, at=now())


def ask(cast, by, **changes):
    given = {"id": new_id(), "course": cast.kim.course, "kind": "STEP", "text": " Fodre ænder "}
    return suggest(**given | changes, by=by, at=now())


def say(cast, by, **changes):
    given = {
        "id": new_id(),
        "course": cast.kim.course,
        "kind": "GOAL",
        "item_id": cast.kim.goal.pk,
        "answer": "DISAGREES",
        "reason": " For tidligt ",
    }
    return answer_as_citizen(**given | changes, by=by, at=now())


def end(cast):
    """Kim's course as it is read once it has ended."""
    return Course(
        **{f.attname: getattr(cast.kim.course, f.attname) for f in Course._meta.concrete_fields}
        | {"status": "ENDED"}
    )


@pytest.fixture
def as_kim(cast, kim):
    with acting(kim.actor):
        yield kim.actor


@pytest.fixture
def together(cast):
    """Ida's device in Kim's hands."""
    return Actor.together(cast.ida.user.pk, cast.kim.citizen.pk)


# ------------------------------------------------------------------ steps
def test_citizen_reaches_a_step_and_the_history_says_who(cast, kim):
    with acting(kim.actor):
        step = reach(cast, kim.actor)
    assert (step.status, step.settled_on) == ("REACHED", today())
    with acting(cast.ida.actor):
        assert changes_by(kim.actor, "sharing.reach_own_step") == [("UPDATE", "plans_subgoal")]


def test_step_is_reached_on_a_device_handed_over(cast, together):
    with acting(together):
        assert reach(cast, together).status == "REACHED"


def test_step_pressed_twice_is_reached_once(cast, as_kim):
    step = reach(cast, as_kim)
    with pytest.raises(AlreadySaved):
        reach(cast, as_kim, step=step)


def test_step_of_another_day_stays_settled(cast, kim):
    with acting(cast.ida.actor):
        step = reach_sub_goal(
            sub_goal=cast.kim.first_step,
            on=NOW.date(),
            version=1,
            by=cast.ida.actor,
            at=now(),
        )
    with acting(kim.actor):
        for act, reason in (
            (reach_own_step, SharingRefusal.ALREADY_SETTLED),
            (take_up_own_step, SharingRefusal.TOO_LATE),
        ):
            with pytest.raises(Refused) as refused:
                act(course=cast.kim.course, step=step, version=2, by=kim.actor, at=now())
            assert refused.value.reason == reason


def test_step_is_taken_up_again_the_same_day(cast, as_kim):
    step = reach(cast, as_kim)
    given = {"course": cast.kim.course, "by": as_kim, "at": now()}

    again = take_up_own_step(step=step, version=step.version, **given)

    assert (again.status, again.settled_on) == ("OPEN", None)
    with pytest.raises(AlreadySaved):
        take_up_own_step(step=again, version=again.version, **given)


def test_step_that_was_laid_aside_is_not_taken_up(cast, kim):
    with acting(cast.ida.actor):
        laid_aside = {"status": "DROPPED", "settled_on": today()}
        step = cast.kim.first_step.save_changes(laid_aside, version=1)
    with acting(kim.actor), pytest.raises(Refused) as refused:
        take_up_own_step(course=cast.kim.course, step=step, version=2, by=kim.actor, at=now())
    assert refused.value.reason == SharingRefusal.NOT_REACHED


def test_step_that_the_team_changed_meanwhile_is_a_conflict(cast, as_kim):
    with pytest.raises(EditConflict):
        reach(cast, as_kim, version=7)


@pytest.mark.parametrize("who", ["stranger", "lise"])
def test_nobody_else_reaches_kims_step(cast, lise, who):
    actor = lise.actor if who == "lise" else let_citizen_in(cast.noor, cast.omar).actor
    if who == "lise":
        open_to(cast.job_centre, cast.kim, cast.ida)
    with acting(actor), pytest.raises((EditConflict, SubGoal.DoesNotExist)):
        reach(cast, actor)
    with acting(cast.ida.actor):
        assert SubGoal.objects.get(pk=cast.kim.first_step.pk).status == "OPEN"


# ------------------------------------------------------------------ an ended course
@pytest.mark.parametrize(
    "act",
    [
        lambda cast, by: reach(cast, by, course=end(cast)),
        lambda cast, by: take_up_own_step(
            course=end(cast), step=cast.kim.first_step, version=1, by=by, at=now()
        ),
        lambda cast, by: say(cast, by, course=end(cast)),
        lambda cast, by: ask(cast, by, course=end(cast)),
        lambda cast, by: tell_story(
            id=new_id(), course=end(cast), theme="NOW", text="Godt", by=by, at=now()
        ),
        lambda cast, by: choose_pictogram(
            course=end(cast), item_id=cast.kim.goal.pk, symbol="walk", by=by, at=now()
        ),
    ],
    ids=["reach", "take up", "answer", "suggest", "tell", "picture"],
)
def test_ended_course_is_only_read(cast, as_kim, act):
    with pytest.raises(Refused) as refused:
        act(cast, as_kim)
    assert refused.value.reason == SharingRefusal.COURSE_ENDED


# ------------------------------------------------------------------ yes, no, not now
def test_citizen_says_no_and_changes_their_mind(cast, as_kim):
    first = say(cast, as_kim)
    assert (first.answer, first.reason) == ("DISAGREES", "For tidligt")

    later = say(cast, as_kim, answer="AGREES", reason="")

    assert latest_answers([cast.kim.course.pk]) == {cast.kim.goal.pk: later}
    assert CitizenAnswer.objects.count() == 2


def test_citizen_answers_to_nothing_but_their_own_plan(cast, as_kim):
    for item_id, kind in (
        (cast.noor.goal.pk, "GOAL"),
        (cast.kim.goal.pk, "SUB_GOAL"),
        (new_id(), "APPOINTMENT"),
    ):
        with pytest.raises(Refused) as refused:
            say(cast, as_kim, kind=kind, item_id=item_id)
        assert refused.value.reason == SharingRefusal.NOT_IN_PLAN
    assert own_thing(cast.kim.course.pk, "SUB_GOAL", cast.kim.first_step.pk) == cast.kim.first_step


def test_nobody_else_answers_for_the_citizen(cast):
    with acting(cast.ida.actor), refused_as_not_yours():
        say(cast, cast.ida.actor)


# ------------------------------------------------------------------ asking the team
def test_citizen_suggests_a_step_once(cast, as_kim):
    given = {"id": new_id(), "goal": cast.kim.goal}
    suggestion = ask(cast, as_kim, **given)

    assert (suggestion.text, suggestion.goal, suggestion.status) == (
        "Fodre ænder",
        cast.kim.goal,
        "NEW",
    )
    with pytest.raises(AlreadySaved):
        ask(cast, as_kim, **given)


def test_only_call_me_says_enough_without_words(cast, as_kim):
    assert ask(cast, as_kim, kind="CALL_ME", text="").kind == "CALL_ME"
    with pytest.raises(Refused) as refused:
        ask(cast, as_kim, text="  ")
    assert (refused.value.reason, refused.value.field) == (SharingRefusal.NOTHING_SAID, "text")


def test_suggestion_is_of_a_known_kind_and_for_an_own_goal(cast, as_kim):
    with pytest.raises(ValidationError):
        ask(cast, as_kim, kind="ORDER")
    with pytest.raises(Refused) as refused:
        ask(cast, as_kim, goal=cast.noor.goal)
    assert (refused.value.reason, refused.value.field) == (SharingRefusal.NOT_IN_PLAN, "goal")


@pytest.mark.parametrize("who", ["lise", "stranger"])
def test_nobody_else_suggests_in_the_citizens_name(cast, lise, who):
    actor = lise.actor if who == "lise" else let_citizen_in(cast.noor, cast.omar).actor
    with acting(actor), refused_as_not_yours():
        ask(cast, actor)


# ------------------------------------------------------------------ recordings
def test_recording_is_kept_sealed_with_what_it_is_about(cast, as_kim):
    suggestion = ask(cast, as_kim, text="", recorded=[spoken()])

    [kept] = Recording.objects.filter(suggestion=suggestion)
    assert (kept.kind, kept.content_type, kept.size) == ("AUDIO", "audio/webm", len(SOUND))
    assert SOUND not in bytes(kept.content_sealed)
    assert content_of(kept) == SOUND


def test_picture_is_kept(cast, as_kim):
    drawn = Recorded(new_id(), "PICTURE", "image/jpeg", picture())
    ask(cast, as_kim, recorded=[drawn])
    assert Recording.objects.get().kind == "PICTURE"


@pytest.mark.parametrize(
    ("kind", "content_type", "content", "reason"),
    [
        ("AUDIO", "audio/webm", b"%PDF-1.7", SharingRefusal.WRONG_KIND),
        ("AUDIO", "audio/ogg", SOUND, SharingRefusal.WRONG_KIND),
        ("PICTURE", "image/jpeg", SOUND, SharingRefusal.WRONG_KIND),
        ("PICTURE", "image/png", b"\x89PNG\r\n\x1a\n", SharingRefusal.WRONG_KIND),
        ("AUDIO", "audio/webm", SOUND + bytes(LARGEST_RECORDING), SharingRefusal.TOO_LARGE),
    ],
)
def test_recording_that_lies_or_is_too_large_takes_nothing_with_it(
    cast, as_kim, kind, content_type, content, reason
):
    with pytest.raises(Refused) as refused:
        ask(cast, as_kim, recorded=[Recorded(new_id(), kind, content_type, content)])
    assert (refused.value.reason, refused.value.field) == (reason, "recording")
    assert Suggestion.objects.count() == 0


def test_team_does_not_record_for_the_citizen(cast, kim):
    with acting(kim.actor):
        suggestion = ask(cast, kim.actor)
    sound = spoken()
    with acting(cast.ida.actor), refused_as_not_yours():
        add_recording(
            id=sound.id,
            suggestion=suggestion,
            kind=sound.kind,
            content_type=sound.content_type,
            content=sound.content,
            by=cast.ida.actor,
            at=now(),
        )


# ------------------------------------------------------------------ story and pictures
def test_story_is_told_again_and_the_first_telling_stays(cast, as_kim):
    for text in ("Det er svært", "Det er lettere nu"):
        tell_story(id=new_id(), course=cast.kim.course, theme="NOW", text=text, by=as_kim, at=now())
    told = [story.text for story in stories_of(cast.kim.course.pk)]
    assert told == ["Det er lettere nu", "Det er svært"]
    with pytest.raises(ValidationError):
        tell_story(id=new_id(), course=cast.kim.course, theme="NOW", text=" ", by=as_kim, at=now())
    assert Story.objects.count() == 2


def test_pictogram_is_exchanged_for_another(cast, as_kim):
    for symbol in ("walk", "tree"):
        choose_pictogram(
            course=cast.kim.course,
            item_id=cast.kim.wish.pk,
            symbol=symbol,
            by=as_kim,
            at=now(),
        )
    assert [p.symbol for p in Pictogram.objects.all()] == ["tree"]
    with pytest.raises(Refused) as refused:
        choose_pictogram(
            course=cast.kim.course, item_id=cast.kim.wish.pk, symbol="bomb", by=as_kim, at=now()
        )
    assert refused.value.reason == SharingRefusal.UNKNOWN_SYMBOL


# ------------------------------------------------------------------ stopping
def test_stopping_shuts_the_partners_door_at_once(cast, kim, lise):
    consent = open_to(cast.job_centre, cast.kim, cast.ida)
    with acting(kim.actor):
        stop_sharing(consent=consent, version=consent.version, by=kim.actor, at=now())
        with pytest.raises(Refused) as refused:
            stop_sharing(consent=consent, version=consent.version, by=kim.actor, at=now())
    assert refused.value.reason == ConsentRefusal.ALREADY_WITHDRAWN
    with acting(lise.actor):
        assert opened_citizens() == []
    with acting(cast.ida.actor):
        assert changes_by(kim.actor, "consents.withdraw_consent") == [
            ("UPDATE", "consents_consent")
        ]


def test_yes_to_the_team_is_not_stopped_here(cast, as_kim):
    consent = Consent.objects.get(team=cast.team_one, citizen=cast.kim.citizen)
    with pytest.raises(Refused) as refused:
        stop_sharing(consent=consent, version=consent.version, by=as_kim, at=now())
    assert refused.value.reason == ConsentRefusal.ENDS_COURSE


def test_another_citizen_stops_nothing(cast):
    consent = open_to(cast.job_centre, cast.kim, cast.ida)
    noor = let_citizen_in(cast.noor, cast.omar)
    with acting(noor.actor), pytest.raises((EditConflict, Consent.DoesNotExist)):
        stop_sharing(consent=consent, version=consent.version, by=noor.actor, at=now())


# ------------------------------------------------------------------ whose course
def test_own_course_is_the_open_one_before_those_that_ended(cast, as_kim):
    assert own_course(cast.kim.citizen.pk) == cast.kim.course


def test_day_of_a_step_is_the_danish_one(cast, as_kim):
    late = dt.datetime(2026, 6, 1, 22, 30, tzinfo=dt.UTC)
    step = cast.kim.first_step
    reached = reach_own_step(
        course=cast.kim.course, step=step, version=step.version, by=as_kim, at=late
    )
    assert reached.settled_on == dt.date(2026, 6, 2)
