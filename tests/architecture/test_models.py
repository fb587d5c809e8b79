"""Every table says what it holds and who guards it, before a row is stored."""

import re

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import models
from django.test.utils import isolate_apps

from hjemmebane.faces.operations.open_tables import OPEN_TABLES
from hjemmebane.foundation.guards import Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record
from tests.architecture.source import ROOT
from tests.architecture.test_documents import COMING

# Foreign keys that may follow or forget what they point to, each with the reason.
MAY_NOT_PROTECT = {
    "plans.GoalWish.goal": "a link from a goal to a wish is part of the goal",
    "plans.PlanMeetingParticipant.meeting": "who was there is part of the meeting",
    "contacts.AppointmentCompanion.appointment": "who goes along is part of the appointment",
    "contacts.ContactStaff.contact": "who was there is part of the contact",
    "contacts.ContactSubGoal.contact": "what was worked on is part of the contact",
}

type Model = type[models.Model]


def our_models() -> list[Model]:
    return [model for model in apps.get_models() if model.__module__.startswith("hjemmebane.")]


def field_names(model: Model) -> set[str]:
    """What a row holds: columns and many-to-many links, inherited ones included."""
    return {field.name for field in [*model._meta.concrete_fields, *model._meta.local_many_to_many]}


def unclassified(model: Model) -> list[str]:
    """Fields in no privacy set or in two, and classified names that are no field."""
    sets = model.privacy.sets() if hasattr(model, "privacy") else ()
    times = {name: sum(name in group for group in sets) for name in field_names(model)}
    faults = [f"{model._meta.label}.{name} is in {n} sets" for name, n in times.items() if n != 1]
    strays = {name for group in sets for name in group} - field_names(model)
    return sorted(faults) + [f"{model._meta.label} has no field {name}" for name in sorted(strays)]


def unguarded(model: Model) -> list[str]:
    """Models that declare no guard and are not on the list of open tables, or are both."""
    is_guarded, is_open = hasattr(model, "guard"), model._meta.db_table in OPEN_TABLES
    return [] if is_guarded != is_open else [f"{model._meta.label}: guarded or open, one of them"]


def unprotected(model: Model) -> list[str]:
    """Foreign keys that let a row vanish or be forgotten when another is deleted."""
    return [
        f"{model._meta.label}.{field.name}"
        for field in model._meta.local_concrete_fields
        if field.remote_field
        and field.remote_field.on_delete is not models.PROTECT
        and f"{model._meta.label}.{field.name}" not in MAY_NOT_PROTECT
    ]


def ordered(model: Model) -> list[str]:
    """An order hidden in the model: each query says its own."""
    return [f"{model._meta.label} {model._meta.ordering}"] if model._meta.ordering else []


def unnamed(model: Model) -> list[str]:
    """Models whose word is not in the glossary."""
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    words = set(re.findall(r"`(\w+)`", glossary.split(COMING)[0]))
    return [] if model.__name__ in words else [f"{model._meta.label} is not in the glossary"]


GATES = [unclassified, unguarded, unprotected, ordered, unnamed]


@pytest.mark.parametrize("gate", GATES)
def test_every_model_of_ours(gate):
    assert [fault for model in our_models() for fault in gate(model)] == []


def test_there_are_models_to_judge():
    assert len(our_models()) > 20


def test_exceptions_are_still_needed():
    fields = {f"{m._meta.label}.{name}" for m in our_models() for name in field_names(m)}

    assert set(MAY_NOT_PROTECT) <= fields


@pytest.fixture
def seeded():
    """A faulty model beside a good one, in a registry of their own."""
    with isolate_apps("hjemmebane.domain.plans"):

        class Good(Record):
            name = models.TextField()
            privacy = Record.privacy + classify(personal="name")
            guard = Guard(read="true")

            class Meta:
                app_label = "plans"

        class Faulty(Record):
            name = models.TextField()
            twice = models.TextField()
            good = models.ForeignKey(Good, on_delete=models.CASCADE)
            groups = models.ManyToManyField(Group)
            privacy = Record.privacy + classify(personal="twice", plain="twice good gone")
            guard = Guard(read="true")

            class Meta:
                app_label = "plans"
                ordering = ("name",)
                db_table = "django_session"

        class Silent(models.Model):
            class Meta:
                app_label = "plans"

            def __str__(self):
                return "silent"

        yield {"good": Good, "faulty": Faulty, "silent": Silent}


def test_good_model_is_left_alone(seeded):
    assert [fault for gate in GATES[:-1] for fault in gate(seeded["good"])] == []


@pytest.mark.parametrize(
    ("gate", "model", "faults"),
    [
        (
            unclassified,
            "faulty",
            [
                "plans.Faulty.groups is in 0 sets",
                "plans.Faulty.name is in 0 sets",
                "plans.Faulty.twice is in 2 sets",
                "plans.Faulty has no field gone",
            ],
        ),
        (unclassified, "silent", ["plans.Silent.id is in 0 sets"]),
        (unguarded, "faulty", ["plans.Faulty: guarded or open, one of them"]),
        (unguarded, "silent", ["plans.Silent: guarded or open, one of them"]),
        (unprotected, "faulty", ["plans.Faulty.good"]),
        (ordered, "faulty", ["plans.Faulty ('name',)"]),
        (unnamed, "faulty", ["plans.Faulty is not in the glossary"]),
    ],
)
def test_faulty_model_is_found(seeded, gate, model, faults):
    assert gate(seeded[model]) == faults
