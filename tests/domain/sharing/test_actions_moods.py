"""How a citizen says they are: kept, shown to whom they choose, and taken back."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.sharing.actions import keep_mood_to_oneself, say_mood
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import Mood
from hjemmebane.domain.sharing.queries import moods_of
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.domain.sharing.test_actions_citizens import end
from tests.factories.refusals import refused_as_not_yours
from tests.factories.sharing import open_to


def feel(cast, by, **changes):
    given = {"id": new_id(), "course": cast.kim.course, "feeling": 4, "word": " Solen kom ind "}
    return say_mood(**given | changes, by=by, at=now())


@pytest.fixture
def together(cast):
    """Ida's device in Kim's hands."""
    return Actor.together(cast.ida.user.pk, cast.kim.citizen.pk)


def seen_by(actor, cast):
    with acting(actor):
        return [one.feeling for one in moods_of(cast.kim.course.pk)]


def test_mood_is_kept_as_said_and_the_team_sees_it(cast, kim):
    with acting(kim.actor):
        mood = feel(cast, kim.actor)
    assert (mood.feeling, mood.word, mood.shown_to) == (4, "Solen kom ind", "TEAM")
    assert seen_by(cast.ida.actor, cast) == [4]
    assert seen_by(cast.omar.actor, cast) == []


def test_same_form_sent_twice_is_one(cast, kim):
    key = new_id()
    with acting(kim.actor):
        feel(cast, kim.actor, id=key)
        with pytest.raises(AlreadySaved):
            feel(cast, kim.actor, id=key)


def test_what_is_for_oneself_is_seen_by_nobody_else(cast, kim, lise, together):
    open_to(cast.job_centre, cast.kim, cast.ida)
    with acting(kim.actor):
        feel(cast, kim.actor, shown_to="ME")
    assert (seen_by(kim.actor, cast), seen_by(together, cast)) == ([4], [])
    assert seen_by(cast.ida.actor, cast) == seen_by(lise.actor, cast) == []


@pytest.mark.parametrize(
    ("shown_to", "scope", "seen"),
    [
        ("SHARED", ["GOALS", "MEASUREMENTS"], [4]),
        ("SHARED", ["GOALS"], []),
        ("TEAM", ["GOALS", "MEASUREMENTS"], []),
        ("ME", ["GOALS", "MEASUREMENTS"], []),
    ],
)
def test_partner_sees_what_is_shared_under_a_yes_to_measurements(
    cast, kim, lise, shown_to, scope, seen
):
    open_to(cast.job_centre, cast.kim, cast.ida, scope=scope)
    with acting(kim.actor):
        feel(cast, kim.actor, shown_to=shown_to)
    assert seen_by(lise.actor, cast) == seen


def test_citizen_keeps_it_to_themselves_after_all(cast, kim):
    with acting(kim.actor):
        mood = feel(cast, kim.actor)
        kept = keep_mood_to_oneself(mood=mood, version=1, by=kim.actor, at=now())
        with pytest.raises(AlreadySaved):
            keep_mood_to_oneself(mood=kept, version=kept.version, by=kim.actor, at=now())
    assert seen_by(cast.ida.actor, cast) == []
    assert seen_by(kim.actor, cast) == [4]


def test_stale_page_hides_nothing_unseen(cast, kim):
    with acting(kim.actor):
        mood = feel(cast, kim.actor)
        with pytest.raises(EditConflict):
            keep_mood_to_oneself(mood=mood, version=7, by=kim.actor, at=now())


def test_ended_course_hears_nothing_new(cast, kim):
    with acting(kim.actor), pytest.raises(Refused) as refused:
        feel(cast, kim.actor, course=end(cast))
    assert refused.value.reason is SharingRefusal.COURSE_ENDED


def test_there_are_five_faces(cast, kim):
    with acting(kim.actor), pytest.raises(ValidationError):
        feel(cast, kim.actor, feeling=6)


@pytest.mark.parametrize("who", ["ida", "omar", "mette"])
def test_nobody_says_it_for_the_citizen(cast, who):
    actor = getattr(cast, who).actor
    with acting(actor), refused_as_not_yours():
        feel(cast, actor)


def test_nobody_rewrites_it(cast, kim):
    with acting(kim.actor):
        feel(cast, kim.actor)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Mood.objects.update(feeling=1)
    with acting(cast.ida.actor):
        assert Mood.objects.update(shown_to="SHARED") == 0


def test_what_is_kept_to_oneself_is_in_no_history_that_others_read(cast, kim):
    with acting(kim.actor):
        feel(cast, kim.actor, shown_to="ME")
    with acting(cast.ida.actor):
        assert not Change.objects.filter(table_name="sharing_mood").exists()
