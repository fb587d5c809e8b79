"""What was corrected in a contact: by whom, when, and how it stood before."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import DateTimeField, Q

from hjemmebane.domain.audit.choices import Operation
from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.audit.queries import actor_names, changes_of_course
from hjemmebane.domain.contacts.choices import Progress
from hjemmebane.domain.contacts.models import Contact, ContactStaff, ContactSubGoal
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.teams.queries import names_of_staff
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.foundation.written import written_moment

SHOWN = [field for field in Contact._meta.concrete_fields if field.editable]
CORRECTING = "contacts.change_contact"
UNSAID = "Tomt"


@dataclass(frozen=True)
class Correction:
    """“Rettet af Bo i går kl. 9.15”, and each line that stood otherwise before."""

    who: str
    when: str
    before: Sequence[tuple[str, str]]


def corrections_of(
    course: Course, contacts: Sequence[Contact], at: dt.datetime
) -> dict[UUID, list[Correction]]:
    """By contact, the newest first. Three queries where something was corrected, else one."""
    changes = _changes(course, contacts)
    names = actor_names({change.actor for change in changes}) if changes else {}
    staff = _staff_named(changes)
    whose = _whose(contacts)
    found: dict[UUID, list[Correction]] = {}
    for (_, actor), group in groupby(changes, key=lambda one: (one.transaction_id, one.actor)):
        together = list(group)
        contact_id = _contact_of(together[0], whose)
        if contact_id is None:
            continue
        said = [line for change in together for line in _before(change, staff)]
        when = recent_moment(together[0].at, at)
        correction = Correction(names.get(actor, "en, der ikke er her mere"), when, said)
        found.setdefault(contact_id, []).append(correction)
    return found


def _changes(course: Course, contacts: Sequence[Contact]) -> list[Change]:
    corrected = [contact for contact in contacts if contact.version > 1]
    ids = [str(contact.pk) for contact in corrected]
    steps = [str(row.pk) for contact in corrected for row in contact.sub_goals.all()]
    rows = Q(table_name=Contact._meta.db_table, row_id__in=ids)
    around = Q(table_name__in=[ContactStaff._meta.db_table, ContactSubGoal._meta.db_table]) & (
        Q(before__contact_id__in=ids) | Q(after__contact_id__in=ids) | Q(row_id__in=steps)
    )
    if not corrected:
        return []
    return list(changes_of_course(course.pk).filter(rows | around, verb=CORRECTING))


def _whose(contacts: Sequence[Contact]) -> dict[str, UUID]:
    return {str(row.pk): contact.pk for contact in contacts for row in contact.sub_goals.all()}


def _contact_of(change: Change, whose: Mapping[str, UUID]) -> UUID | None:
    if change.table_name == Contact._meta.db_table:
        return UUID(change.row_id)
    row = {**(change.after or {}), **(change.before or {})}
    return UUID(row["contact_id"]) if "contact_id" in row else whose.get(change.row_id)


def _staff_named(changes: Iterable[Change]) -> dict[str, str]:
    """By key, those who were put on or taken off."""
    rows = [one.before or one.after for one in changes if one.table_name.endswith("contactstaff")]
    keys = {row["staff_member_id"] for row in rows if row}
    return names_of_staff(keys) if keys else {}


def _before(change: Change, staff: Mapping[str, str]) -> list[tuple[str, str]]:
    """How it stood, in the words of the form."""
    if change.table_name == ContactStaff._meta.db_table:
        row = change.before or change.after or {}
        name = staff.get(row.get("staff_member_id", ""), "")
        was = "Var med før" if change.operation == Operation.DELETE else "Var ikke med før"
        return [(was, name)]
    if change.table_name == ContactSubGoal._meta.db_table:
        progress = (change.before or {}).get("progress")
        return [("Delmål", Progress(progress).label if progress else "Ikke denne gang")]
    was = change.before or {}
    return [
        (str(field.verbose_name), _in_words(field, was[field.name]))
        for field in SHOWN
        if field.name in was
    ]


def _in_words(field: object, value: object) -> str:
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(field, DateTimeField):
        return written_moment(dt.datetime.fromisoformat(str(value)))
    choices = dict(getattr(field, "flatchoices", ()))
    return str(choices.get(value, value)) or UNSAID
