"""The light: seen, kept, and never written over."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction

from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.models import TrafficLightObservation
from hjemmebane.domain.contacts.queries import lights_of
from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.actors import acting
from tests.factories.cast import NOW
from tests.factories.courses import end_today
from tests.factories.history import changes_by
from tests.factories.plans import refusal_of
from tests.factories.reminders import see

LATER = NOW + dt.timedelta(days=1)


def test_light_keeps_who_saw_what_and_when(as_ida):
    seen = see(as_ida.kim, as_ida.ida, Light.YELLOW, note=" Sover om dagen ")

    kept = TrafficLightObservation.objects.get(pk=seen.pk)
    assert (kept.colour, kept.note) == (Light.YELLOW, "Sover om dagen")
    assert (kept.recorded_by_id, kept.recorded_at) == (as_ida.ida.user.pk, NOW)
    assert (kept.observed_at, kept.agreement, kept.signs, kept.actions) == (NOW, None, [], [])
    assert changes_by(as_ida.ida.actor, "contacts.observe_light") == [
        ("INSERT", "contacts_trafficlightobservation")
    ]


def test_next_light_leaves_the_former(as_ida):
    see(as_ida.kim, as_ida.ida, Light.RED)
    see(as_ida.kim, as_ida.ida, Light.GREEN, at=LATER)

    assert [light.colour for light in lights_of(as_ida.kim.course.pk)] == [Light.GREEN, Light.RED]


@pytest.mark.parametrize(
    ("colour", "note", "field"),
    [("BLUE", "", "colour"), ("", "", "colour"), ("RED", "x" * 2_001, "note")],
)
def test_what_is_no_light_is_named(as_ida, colour, note, field):
    with pytest.raises(ValidationError) as invalid:
        see(as_ida.kim, as_ida.ida, colour, note=note)

    assert list(invalid.value.message_dict) == [field]


def test_ended_course_has_no_new_light(as_ida):
    end_today(as_ida.kim, as_ida.ida)

    assert refusal_of(see, case=as_ida.kim, by=as_ida.ida, colour=Light.RED) == (
        CourseRefusal.ALREADY_ENDED,
        None,
    )


def test_light_cannot_be_written_over(as_ida):
    seen = see(as_ida.kim, as_ida.ida, Light.RED)

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        seen.save_changes({"colour": Light.GREEN}, version=seen.version)


def test_other_team_neither_sees_nor_adds_a_light(cast):
    with acting(cast.ida.actor):
        see(cast.kim, cast.ida, Light.RED)

    with acting(cast.omar.actor):
        assert list(lights_of(cast.kim.course.pk)) == []
        with pytest.raises(Course.DoesNotExist):
            see(cast.kim, cast.omar, Light.GREEN)
