"""Words that the documents share."""

from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.foundation.written import written_day

type Field = dict[str, str]

DEMO_MARK = "Demo – opdigtede personer"


def field(label: str, value: str) -> Field:
    """One labelled value of a document."""
    return {"label": label, "value": value.strip()}


def sentences(*parts: str) -> str:
    """The parts that say something, one on each line."""
    return "\n".join(part for part in parts if part)


def sentences_in_a_row(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def footer(*parts: str, is_demo: bool) -> str:
    """What stands under each page; paper about invented people says so."""
    return sentences_in_a_row(*parts, DEMO_MARK if is_demo else "")


def lines_of(text: str) -> list[str]:
    """What stands on a line of its own, without the dash somebody may have put before it."""
    lines = (line.strip(" –-•") for line in text.splitlines())
    return [line for line in lines if line]


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
