"""Two kept versions of a plan beside each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from hjemmebane.domain.plans.calculations import Change, PlanDifference
from hjemmebane.domain.plans.models import Plan, PlanVersion
from hjemmebane.domain.plans.queries import compare_versions, version_of
from hjemmebane.faces.staff.plans.forms.comparison import CompareForm
from hjemmebane.foundation.written import written_moment

LEAST = 2


@dataclass(frozen=True)
class Compared:
    """One item, or one list in another order, with each line of it that reads differently."""

    title: str
    change: Change
    lines: Sequence[PlanDifference]


def comparison(
    plan: Plan, versions: Sequence[PlanVersion], chosen: Mapping[str, str]
) -> dict[str, object]:
    """The choice and what came of it; the two newest until something is chosen."""
    form = CompareForm(chosen if "fra" in chosen or "til" in chosen else _newest(versions))
    for name in form.fields:
        form.fields[name].choices = [(v.number, _in_words(v)) for v in versions]
    context = {"form": form, "enough": len(versions) >= LEAST, "later": None, "parts": ()}
    if not form.is_valid():
        return context
    keys = {version.number: version.pk for version in versions}
    earlier, later = (version_of(plan, keys[n]) for n in sorted(form.cleaned_data.values()))
    found = compare_versions(earlier, later)
    parts = groupby(found, key=lambda row: row.part)
    items = [(part, _by_item(rows)) for part, rows in parts]
    return context | {"earlier": earlier, "later": later, "parts": items}


def _by_item(rows: Iterable[PlanDifference]) -> list[Compared]:
    """What differs in one item stands together; it comes in a row."""
    items = [list(lines) for _key, lines in groupby(rows, key=lambda row: row.key)]
    return [Compared(lines[0].item, lines[0].change, lines) for lines in items]


def _in_words(version: PlanVersion) -> str:
    words = [f"Version {version.number}", written_moment(version.recorded_at), version.reason]
    return ", ".join(filter(None, words))


def _newest(versions: Sequence[PlanVersion]) -> dict[str, str] | None:
    """The newest and the one before it."""
    if len(versions) < LEAST:
        return None
    return {"fra": str(versions[1].number), "til": str(versions[0].number)}
