"""Words that the documents share."""

from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.foundation.written import written_day

type Field = dict[str, str]


def field(label: str, value: str) -> Field:
    """One labelled value of a document."""
    return {"label": label, "value": value.strip()}


def sentences(*parts: str) -> str:
    """The parts that say something, one on each line."""
    return "\n".join(part for part in parts if part)


def activity(row: PlanActivity) -> dict[str, str]:
    """An activity as a row of a document's table."""
    when = sentences(
        row.how_often, row.place, f"senest {written_day(row.due_on)}" if row.due_on else ""
    )
    return {
        "what": row.what,
        "who": row.responsible_name,
        "when": when,
        "status": row.get_status_display(),
    }
