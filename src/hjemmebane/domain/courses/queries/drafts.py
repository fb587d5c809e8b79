"""What was begun and is not done, whichever form it is."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import CharField, F, Model, QuerySet, Value

from hjemmebane.domain.courses.choices import DraftKind
from hjemmebane.domain.courses.models import EndForm, StartForm, TargetGroupAssessment

type Row = tuple[str, UUID, UUID, str, str, str, dt.datetime, UUID]


@dataclass(frozen=True)
class Draft:
    """A form that was begun. `subject` is an early contact for an assessment, else a citizen."""

    kind: DraftKind
    id: UUID
    subject_id: UUID
    subject: str
    begun_at: dt.datetime
    begun_by_id: UUID


def drafts_of(*team_ids: UUID) -> list[Draft]:
    """The teams' drafts, the oldest first, in one query.

    An end form may be begun after the end, so ended courses count too. Nobody is reminded of
    somebody who was laid aside, or has died.
    """
    assessments = TargetGroupAssessment.objects.filter(
        team_id__in=team_ids,
        early_contact__closed_on__isnull=True,
        early_contact__course__isnull=True,
    )
    forms = {"course__team_id__in": team_ids, "course__citizen__died_on__isnull": True}
    rows = _columns(assessments, DraftKind.ASSESSMENT, "early_contact", F("early_contact__called"))
    rows = rows.union(
        _columns(StartForm.objects.filter(**forms), DraftKind.START_FORM, "course__citizen"),
        _columns(EndForm.objects.filter(**forms), DraftKind.END_FORM, "course__citizen"),
        all=True,
    )
    drafts = [_draft(row) for row in rows]
    return sorted(drafts, key=lambda draft: (draft.begun_at, draft.id))


def _draft(row: Row) -> Draft:
    kind, key, subject_id, given, family, called, begun_at, begun_by_id = row
    subject = f"{given} {family}".strip() or called
    return Draft(DraftKind(kind), key, subject_id, subject, begun_at, begun_by_id)


def _columns(
    rows: QuerySet[Model], kind: DraftKind, subject: str, called: F | None = None
) -> QuerySet[Model, Row]:
    """Those not completed, in the columns that all kinds share."""
    text = CharField()
    begun = rows.filter(completed_at__isnull=True).annotate(
        kind=Value(kind.value, output_field=text),
        about=F(f"{subject}__id"),
        given=F(f"{subject}__given_name"),
        family=F(f"{subject}__family_name"),
        called=called or Value("", output_field=text),
    )
    columns: QuerySet[Model, Row] = begun.values_list(
        "kind", "pk", "about", "given", "family", "called", "recorded_at", "recorded_by_id"
    )
    return columns
