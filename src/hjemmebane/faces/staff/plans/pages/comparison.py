"""Two kept versions of a plan beside each other."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from hjemmebane.domain.plans.models import Plan, PlanVersion
from hjemmebane.domain.plans.queries import compare_versions, version_of
from hjemmebane.faces.staff.moments import written_moment
from hjemmebane.faces.staff.plans.forms.comparison import CompareForm

LEAST = 2


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
    parts = [(part, list(rows)) for part, rows in groupby(found, key=lambda row: row.part)]
    return context | {"earlier": earlier, "later": later, "parts": parts}


def _in_words(version: PlanVersion) -> str:
    words = [f"Version {version.number}", written_moment(version.recorded_at), version.reason]
    return ", ".join(filter(None, words))


def _newest(versions: Sequence[PlanVersion]) -> dict[str, str] | None:
    """The newest and the one before it."""
    if len(versions) < LEAST:
        return None
    return {"fra": str(versions[1].number), "til": str(versions[0].number)}
