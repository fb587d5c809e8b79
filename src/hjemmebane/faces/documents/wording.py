"""Words that the documents share."""

import datetime as dt

from django.utils.formats import date_format

from hjemmebane.domain.plans.models import PlanActivity

type Field = dict[str, str]


def field(label: str, value: str) -> Field:
    """One labelled value of a document."""
    return {"label": label, "value": value.strip()}


def day(moment: dt.date | None) -> str:
    """A day in words (3. marts 2026), or empty."""
    return date_format(moment, "j. F Y") if moment else ""


def sentences(*parts: str) -> str:
    """The parts that say something, one on each line."""
    return "\n".join(part for part in parts if part)


def activity(row: PlanActivity) -> dict[str, str]:
    """An activity as a row of a document's table."""
    when = sentences(row.how_often, row.place, f"senest {day(row.due_on)}" if row.due_on else "")
    return {
        "what": row.what,
        "who": row.responsible_name,
        "when": when,
        "status": row.get_status_display(),
    }
