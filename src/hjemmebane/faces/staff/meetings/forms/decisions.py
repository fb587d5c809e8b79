"""What a team may decide about a citizen without leaving the meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.actions import (
    give_task,
    make_appointment,
    observe_light,
    raise_follow_up,
)
from hjemmebane.domain.contacts.calculations import Slot
from hjemmebane.domain.contacts.models import (
    Appointment,
    FollowUp,
    Task,
    TrafficLightObservation,
)
from hjemmebane.domain.courses.actions import set_cadence
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.meetings.actions import (
    note_about_citizen,
    put_on_board,
    take_off_board,
)
from hjemmebane.domain.meetings.models import BoardEntry, CitizenNote
from hjemmebane.domain.meetings.queries import board_entry_before
from hjemmebane.domain.meetings.rules import BOARD_REASONS, check_is_on_board, check_is_ordered_so
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.plans.actions import add_item, change_item
from hjemmebane.domain.plans.choices import (
    AssessmentKind,
    AssessmentStatus,
    ItemKind,
    ResponsibleKind,
)
from hjemmebane.domain.plans.models import Assessment, SubGoal
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.domain.practice.models import Placement
from hjemmebane.domain.practice.queries import placements_now
from hjemmebane.faces.staff.clashes import bookings_for, heeds_clashes
from hjemmebane.faces.staff.meetings.forms.decision import CHOOSE, Decision
from hjemmebane.faces.staff.meetings.forms.voices import AnswerCitizen, TakeIn
from hjemmebane.faces.staff.meetings.pages.desk import CitizenDesk
from hjemmebane.faces.staff.parts import parts_for
from hjemmebane.foundation.forms import WarnedForm
from hjemmebane.foundation.records import Record

WEEK = dt.timedelta(days=7)


class NewStep(Decision):
    key, label = "delmaal", "Nyt delmål"
    prefix = key

    goal = OneOf(label="Mål", empty=CHOOSE)
    text = taken(SubGoal, "text", label="Et lille skridt", widget=forms.Textarea(attrs={"rows": 2}))
    due_on = taken(SubGoal, "due_on")

    def fit(self, *, desk: CitizenDesk) -> None:
        self.fields["goal"].offer(desk.goals)
        if len(desk.goals) == 1:
            self.fields["goal"].initial = desk.goals[0]

    def carry_out(self, desk: CitizenDesk) -> bool:
        return self.does(
            add_item,
            id=self.row_id,
            plan=desk.plan,
            kind=ItemKind.SUB_GOAL,
            values=self.values(),
            **desk.signed,
        )


class RewordStep(Decision):
    key, label = "ret-delmaal", "Skriv et delmål om"
    prefix, icon = key, "edit"

    sub_goal = OneOf(label="Delmål", empty=CHOOSE)
    text = taken(SubGoal, "text", label="Nye ord", widget=forms.Textarea(attrs={"rows": 2}))

    def fit(self, *, desk: CitizenDesk) -> None:
        self.fields["sub_goal"].offer(desk.open_steps)
        if step := desk.step_to_reword:
            self.is_wanted = True
            self.fields["sub_goal"].initial, self.fields["text"].initial = step, step.text

    def replaces(self, desk: CitizenDesk) -> Sequence[Record]:
        return [self.cleaned_data["sub_goal"]]

    def carry_out(self, desk: CitizenDesk) -> bool:
        step, values = self.cleaned_data["sub_goal"], {"text": self.cleaned_data["text"]}
        return self.does(change_item, item=step, values=values, version=step.version, **desk.signed)


class NewResponsible(Decision):
    key, label = "ansvar", "Skift ansvarlig for et mål"
    prefix, icon = key, "persons"

    goal = OneOf(label="Mål", empty=CHOOSE)
    staff_member = OneOf(label="Hvem i teamet", empty=CHOOSE)

    def fit(self, *, desk: CitizenDesk) -> None:
        self.fields["goal"].offer(desk.goals)
        self.fields["staff_member"].offer(desk.staff, lambda member: member.name)

    def replaces(self, desk: CitizenDesk) -> Sequence[Record]:
        return [self.cleaned_data["goal"]]

    def carry_out(self, desk: CitizenDesk) -> bool:
        goal, member = self.cleaned_data["goal"], self.cleaned_data["staff_member"]
        values = {"responsible_kind": ResponsibleKind.STAFF, "staff_member": member}
        return self.does(change_item, item=goal, values=values, version=goal.version, **desk.signed)


class Move(Decision):
    key, label, button = "del", "Flyt i praksismodellen", "Flyt"
    prefix, icon = key, "sync"

    part = forms.ChoiceField(label="Flyt til")
    reason = taken(Placement, "reason", widget=forms.Textarea(attrs={"rows": 2}))

    def fit(self, *, desk: CitizenDesk) -> None:
        self.fields["part"].choices = [
            ("", CHOOSE),
            *((part.code, f"{part.number}. {part.title}") for part in parts_for(desk.course)),
        ]

    def replaces(self, desk: CitizenDesk) -> Sequence[Record]:
        return list(placements_now([desk.course.pk]).values())

    def carry_out(self, desk: CitizenDesk) -> bool:
        return self.does(
            place_course,
            id=self.row_id,
            course=desk.course,
            **self.values(),
            from_on=desk.today,
            **desk.signed,
        )


class OrderAssessment(Decision):
    key, label = "udredning", "Bestil en udredning"
    prefix, icon, button = key, "list-check", "Bestil"

    kind = forms.ChoiceField(label="Hvilken")
    staff_member = OneOf(label="Hvem sørger for det", required=False, empty="Ingen bestemt")
    barrier = taken(Assessment, "barrier")

    def fit(self, *, desk: CitizenDesk) -> None:
        # What was offered is still read: the second tap comes when it is ordered already.
        self.offered = {
            state.kind: state.assessment
            for state in desk.assessments
            if desk.plan and (self.is_bound or state.status in {None, AssessmentStatus.NEEDED})
        }
        kinds = ((kind.value, kind.label) for kind in self.offered)
        self.fields["kind"].choices = [("", CHOOSE), *kinds]
        self.fields["staff_member"].offer(desk.staff, lambda member: member.name)

    def replaces(self, desk: CitizenDesk) -> Sequence[Record]:
        there = self.offered[AssessmentKind(self.cleaned_data["kind"])]
        return [there] if there else []

    def carry_out(self, desk: CitizenDesk) -> bool:
        kind = AssessmentKind(self.cleaned_data["kind"])
        values = self.values() | {
            "kind": kind,
            "status": AssessmentStatus.ORDERED,
            "ordered_on": desk.today,
        }
        there = self.offered[kind]
        if there and there.pk != self.row_id:
            # What was written before it was ordered stays, unless something is said instead.
            said = {name: value for name, value in values.items() if value}
            if there.status != AssessmentStatus.NEEDED:
                return self.does(
                    check_is_ordered_so, assessment=there, said=said, by=desk.request.actor
                )
            return self.does(
                change_item, item=there, values=said, version=there.version, **desk.signed
            )
        return self.does(
            add_item,
            id=self.row_id,
            plan=desk.plan,
            kind=ItemKind.ASSESSMENT,
            values=values,
            **desk.signed,
        )


class NewAppointment(WarnedForm, Decision):
    key, label = "aftale", "Lav en aftale med borgeren"
    prefix, icon = key, "calendar-month"

    what = taken(Appointment, "what")
    starts_at = taken(Appointment, "starts_at")
    place = taken(Appointment, "place")
    staff_member = OneOf(label="Hvem kommer", empty=CHOOSE)

    def fit(self, *, desk: CitizenDesk) -> None:
        self.fields["staff_member"].offer(desk.staff, lambda member: member.name)
        self.fields["what"].initial = "Besøg"

    def carry_out(self, desk: CitizenDesk) -> bool:
        taken_up = bookings_for(
            [Slot(self.cleaned_data["starts_at"], None)],
            [self.cleaned_data["staff_member"]],
            desk.course,
            besides=[self.row_id],
        )
        return heeds_clashes(desk.request, self, taken_up, at=desk.at) and self.does(
            make_appointment,
            id=self.row_id,
            course=desk.course,
            ends_at=None,
            **self.values(),
            **desk.signed,
        )


class GiveTask(Decision):
    key, label = "opgave", "Giv en opgave"
    prefix, icon = key, "check"

    what = taken(Task, "what")
    staff_member = OneOf(label="Hvem", empty=CHOOSE)
    due_on = taken(Task, "due_on")

    def fit(self, *, desk: CitizenDesk) -> None:
        self.fields["staff_member"].offer(desk.staff, lambda member: member.name)

    def carry_out(self, desk: CitizenDesk) -> bool:
        return self.does(
            give_task, id=self.row_id, about=desk.course, **self.values(), **desk.signed
        )


class RaiseFollowUp(Decision):
    key, label = "opfoelgning", "Følg op på noget"
    prefix, icon = key, "hourglass"

    why = taken(FollowUp, "why")
    due_on = taken(FollowUp, "due_on")
    staff_member = OneOf(label="Hvem", required=False, empty="Hele teamet")

    def fit(self, *, desk: CitizenDesk) -> None:
        self.fields["staff_member"].offer(desk.staff, lambda member: member.name)
        self.fields["due_on"].initial = desk.today + WEEK

    def carry_out(self, desk: CitizenDesk) -> bool:
        return self.does(
            raise_follow_up, id=self.row_id, course=desk.course, **self.values(), **desk.signed
        )


class SetLight(Decision):
    key, label = "lys", "Sæt lyset"
    prefix, icon = key, "visibility"

    colour = taken(TrafficLightObservation, "colour", widget=forms.RadioSelect)
    note = taken(TrafficLightObservation, "note", widget=forms.Textarea(attrs={"rows": 2}))

    def carry_out(self, desk: CitizenDesk) -> bool:
        return self.does(
            observe_light, id=self.row_id, course=desk.course, **self.values(), **desk.signed
        )


class SetCadence(Decision):
    key, label = "tages-op", "Hvor tit tager vi borgeren op?"
    prefix, icon = key, "calendar-month"

    cadence = taken(Course, "cadence", widget=forms.RadioSelect)

    def fit(self, *, desk: CitizenDesk) -> None:
        self.fields["cadence"].initial = desk.course.cadence

    def replaces(self, desk: CitizenDesk) -> Sequence[Record]:
        return [desk.course]

    def carry_out(self, desk: CitizenDesk) -> bool:
        return self.does(set_cadence, course=desk.course, **self.values(), **desk.signed)


class PutOnBoard(Decision):
    key, label = "tavlen", "Sæt på tavlen med en grund"
    prefix, icon = key, "bookmark"

    reason = forms.ChoiceField(label="Hvorfor")
    note = taken(BoardEntry, "note")
    review_on = taken(BoardEntry, "review_on")

    def fit(self, *, desk: CitizenDesk) -> None:
        reasons = pack(desk.course.team.method_pack).choice_list(BOARD_REASONS)
        self.fields["reason"].choices = [("", CHOOSE), *reasons.choices]
        self.fields["review_on"].initial = desk.today + WEEK

    def replaces(self, desk: CitizenDesk) -> Sequence[Record]:
        return [desk.board_entry] if desk.board_entry else []

    def carry_out(self, desk: CitizenDesk) -> bool:
        return self.does(
            put_on_board,
            id=self.row_id,
            course=desk.course,
            **self.values(),
            from_on=desk.today,
            **desk.signed,
        )


class TakeOffBoard(Decision):
    key, label, button = "af-tavlen", "Tag af tavlen", "Tag af tavlen"
    prefix, icon = key, "bookmark"

    def fit(self, *, desk: CitizenDesk) -> None:
        # What was offered is still read: the second tap comes when they are off it already.
        self.entry = desk.board_entry
        if self.is_bound and self.entry is None:
            self.entry = board_entry_before(desk.course.pk)

    @property
    def has_choices(self) -> bool:
        return self.entry is not None

    def replaces(self, desk: CitizenDesk) -> Sequence[Record]:
        return [self.entry] if self.entry else []

    def carry_out(self, desk: CitizenDesk) -> bool:
        return self.does(check_is_on_board, entry=self.entry) and self.does(
            take_off_board, entry=self.entry, on=desk.today, **desk.signed
        )


class Said(Decision):
    key, label, is_addition = "sagt", "Skriv, hvad der blev sagt", True
    prefix, icon = key, "chat"

    text = taken(CitizenNote, "text", label="Det blev sagt")

    def carry_out(self, desk: CitizenDesk) -> bool:
        return self.does(
            note_about_citizen, id=self.row_id, item=desk.turn, **self.values(), **desk.signed
        )


DECISIONS: tuple[type[Decision], ...] = (
    NewStep,
    TakeIn,
    AnswerCitizen,
    RewordStep,
    GiveTask,
    NewAppointment,
    SetLight,
    OrderAssessment,
    Move,
    NewResponsible,
    RaiseFollowUp,
    PutOnBoard,
    TakeOffBoard,
    SetCadence,
    Said,
)
