"""What a citizen and partners did through their own doors, for the course's team, newest first.

When a row was changed, and by whom, is known from the change history.
"""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import (
    Case,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, JSONObject

from hjemmebane.domain.audit.choices import Operation
from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.audit.queries import changes_of_course
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.contacts.choices import MessageSide
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.models import PlanActivity, SubGoal
from hjemmebane.domain.plans.queries import sub_goals_reached
from hjemmebane.domain.sharing.choices import AnswerAbout
from hjemmebane.domain.sharing.models import CitizenAnswer, PartnerAppointment
from hjemmebane.domain.sharing.queries.citizen import THINGS
from hjemmebane.foundation.accounts.choices import Face

WRITTEN, CHANGED = "sharing.write_activity", "sharing.change_own_activity"
AGREED, CALLED_OFF = "sharing.make_own_appointment", "sharing.cancel_own_appointment"
REACHED = "sharing.reach_own_step"
# What an activity says; its version alone is nothing to tell.
SAID_IN_ACTIVITY = ["what", "how_often", "place", "due_on", "status"]


def doings_of_partners(course_id: UUID) -> QuerySet[Change]:
    """What partners wrote, changed, agreed and called off themselves.

    Each with `about`: what it is called now, `who` did it, their `organisation`, and `when` it is.
    """
    key = Cast(OuterRef("row_id"), UUIDField())
    names = {"who": "partner_person__name", "organisation": "partner_person__organisation__name"}
    kinds = [
        Subquery(kind._default_manager.filter(pk=key).values(told=JSONObject(**told, **names))[:1])
        for kind, told in (
            (PlanActivity, {"what": "what"}),
            (PartnerAppointment, {"what": "what", "when": "starts_at"}),
        )
    ]
    tables = [kind._meta.db_table for kind in (PlanActivity, PartnerAppointment)]
    rows = changes_of_course(course_id).filter(
        Q(verb__in=[WRITTEN, AGREED], operation=Operation.INSERT)
        | Q(verb=CALLED_OFF, after__has_key="status")
        | Q(verb=CHANGED, after__has_any_keys=SAID_IN_ACTIVITY),
        table_name__in=tables,
    )
    return rows.annotate(about=Coalesce(*kinds)).filter(about__isnull=False)


def partners_messages(course_id: UUID) -> QuerySet[Message]:
    """What partners wrote to the team about what they do."""
    rows = Message.objects.filter(course_id=course_id, side=MessageSide.PARTNER)
    beside = rows.select_related("activity", "partner_person__organisation")
    return beside.order_by("-recorded_at", "-pk")


def answers_of(course_id: UUID) -> QuerySet[CitizenAnswer]:
    """Everything a citizen said yes or no to, each with the words it is `about`, in one query."""
    words = Case(
        *(When(kind=kind, then=_words_of(kind)) for kind in AnswerAbout),
        default=Value(""),
        output_field=TextField(),
    )
    rows = CitizenAnswer.objects.filter(course_id=course_id).annotate(about=words)
    return rows.order_by("-recorded_at", "-pk")


def _words_of(kind: AnswerAbout) -> Subquery:
    words = "text" if kind in {AnswerAbout.GOAL, AnswerAbout.SUB_GOAL} else "what"
    rows = THINGS[kind]._default_manager.filter(pk=OuterRef("item_id"))
    return Subquery(rows.values(said=Cast(words, TextField()))[:1])


def sub_goals_by_who(course_id: UUID) -> QuerySet[SubGoal]:
    """The small steps of a course that were reached; `by_citizen` where they said so themselves."""
    settled = Change.objects.filter(
        table_name=SubGoal._meta.db_table,
        row_id=Cast(OuterRef("pk"), TextField()),
        after__has_key="status",
    )
    latest = Subquery(settled.order_by("-id").values("verb")[:1])
    rows = sub_goals_reached(course_id).annotate(verb=latest)
    return rows.annotate(by_citizen=Case(When(verb=REACHED, then=True), default=False))


def with_who_withdrew(consents: QuerySet[Consent]) -> QuerySet[Consent]:
    """Each consent; `by_citizen` where the citizen took it back through their own door."""
    return consents.annotate(by_citizen=Case(When(_is_stopped(), then=True), default=False))


def _is_stopped() -> Q:
    """Taken back by the citizen. On a device that was handed over, the login is a colleague's and
    the history knows better.
    """
    handed = Change.objects.filter(
        table_name=Consent._meta.db_table,
        row_id=Cast(OuterRef("pk"), TextField()),
        after__has_key="withdrawn_at",
        actor__startswith="together:",
    )
    return Q(withdrawn_by__face=Face.CITIZEN) | Q(Exists(handed))


def stopped_since(course_ids: Iterable[UUID], since: dt.datetime) -> QuerySet[Consent]:
    """What citizens of some courses stopped themselves since a moment, the oldest first."""
    theirs = Course.objects.filter(pk__in=course_ids).values("citizen_id")
    stopped = Consent.objects.filter(
        citizen_id__in=theirs, organisation__isnull=False, withdrawn_at__gte=since
    )
    beside = stopped.select_related("citizen", "organisation", "person")
    return beside.filter(_is_stopped()).order_by("withdrawn_at", "pk")
