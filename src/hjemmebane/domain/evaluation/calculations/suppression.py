"""Which counts are hidden, so that nobody works out a small one from those that are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from hjemmebane.domain.evaluation.calculations.knowing import Atoms, System


@dataclass(frozen=True, kw_only=True)
class Sum:
    """How many there are in some of the atoms, the parts that nobody is in two of.

    told: whether it would be shown. fixed: it stands elsewhere in the report and cannot be hidden
    here. last: it is hidden only when nothing else helps.
    """

    key: str
    atoms: Atoms
    told: bool = True
    fixed: bool = False
    last: bool = False


@dataclass(frozen=True)
class Secrets:
    """What must not be found, and what it is counted from."""

    counts: Mapping[str, int]
    least: int

    def size(self, atoms: Atoms) -> int:
        return sum(self.counts[one] for one in atoms)

    def is_small(self, atoms: Atoms) -> bool:
        return 0 < self.size(atoms) < self.least


def hidden_sums(counts: Mapping[str, int], sums: Sequence[Sum], least: int) -> frozenset[str]:
    """The keys of the sums that are not told.

    First those of 1 to `least` − 1. Then as many more as it takes until nobody who adds and
    subtracts what is told gets closer than `least` to a small sum, to a sum that is never told, or
    to the difference between two of which one is part of the other. Nought is told.
    """
    secrets = Secrets(counts, least)
    open_sums = [one for one in sums if one.told and (one.fixed or not secrets.is_small(one.atoms))]
    wanted = _sensitive(secrets, sums)
    if wanted:
        system = System({one.atoms: secrets.size(one.atoms) for one in open_sums}, counts, wanted)
        open_sums = _safe(secrets, open_sums, system)
    told = {one.key for one in open_sums}
    return frozenset(one.key for one in sums if one.told and one.key not in told)


def _safe(secrets: Secrets, open_sums: list[Sum], system: System) -> list[Sum]:
    """Those that may be told together."""
    missing = _missing(secrets, system)
    while missing:
        left = [one for one in open_sums if not one.fixed and secrets.size(one.atoms)]
        ranked = sorted(
            [one for one in left if not one.last] or left,
            key=lambda one: (secrets.size(one.atoms), one.key),
        )
        if not ranked:
            return [one for one in open_sums if one.fixed]
        gone, system, missing = _one_less(secrets, open_sums, ranked, system, missing)
        open_sums = [one for one in open_sums if one is not gone]
    return open_sums


def _one_less(
    secrets: Secrets,
    open_sums: Sequence[Sum],
    ranked: Sequence[Sum],
    system: System,
    missing: float,
) -> tuple[Sum, System, float]:
    """The smallest sum that brings safety nearer when it goes; the smallest, if none does.

    With it what is known without it, and how much is missing then.
    """
    first: System | None = None
    for one in ranked:
        is_told_twice = any(two.atoms == one.atoms for two in open_sums if two is not one)
        fewer = system if is_told_twice else system.without(one.atoms)
        first = first or fewer
        still = _missing(secrets, fewer)
        if still < missing:
            return one, fewer, still
    return ranked[0], first or system, missing


def _sensitive(secrets: Secrets, sums: Sequence[Sum]) -> list[Atoms]:
    """Every small sum, and every small difference between two that one might be told."""
    told = [one.atoms for one in sums if one.told]
    wholes = {one for one in told if len(one) > 1}
    parts = {one.atoms for one in sums}
    differences = {whole - part for whole, part in product(wholes, told) if part < whole}
    return [one for one in {*parts, *differences} if secrets.is_small(one)]


def _missing(secrets: Secrets, system: System) -> float:
    """How much more uncertain the small ones ought to be, all together."""
    return sum(secrets.least - system.width(one, secrets.least) for one in system.thought)
