"""Which counts are hidden, so that nobody works out a small one from those that are told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

type Atoms = frozenset[str]


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
    missing = _missing(secrets, open_sums, wanted)
    while missing:
        left = [one for one in open_sums if not one.fixed and secrets.size(one.atoms)]
        ranked = sorted(
            [one for one in left if not one.last] or left,
            key=lambda one: (secrets.size(one.atoms), one.key),
        )
        if not ranked:
            open_sums = [one for one in open_sums if one.fixed]
            break
        open_sums, missing = _one_less(secrets, open_sums, ranked, wanted, missing)
    told = {one.key for one in open_sums}
    return frozenset(one.key for one in sums if one.told and one.key not in told)


def _one_less(
    secrets: Secrets,
    open_sums: Sequence[Sum],
    ranked: Sequence[Sum],
    wanted: Sequence[Atoms],
    missing: float,
) -> tuple[list[Sum], float]:
    """Without the smallest sum that brings safety nearer; without the smallest, if none does."""
    for one in ranked:
        fewer = [other for other in open_sums if other is not one]
        still = _missing(secrets, fewer, wanted)
        if still < missing:
            return fewer, still
    return [one for one in open_sums if one is not ranked[0]], missing


def _sensitive(secrets: Secrets, sums: Sequence[Sum]) -> list[Atoms]:
    """Every small sum, and every small difference between two that one might be told."""
    told = [one.atoms for one in sums if one.told]
    wholes = {one for one in told if len(one) > 1}
    parts = {one.atoms for one in sums}
    differences = {whole - part for whole, part in product(wholes, told) if part < whole}
    return [one for one in {*parts, *differences} if secrets.is_small(one)]


def _missing(secrets: Secrets, open_sums: Sequence[Sum], wanted: Sequence[Atoms]) -> float:
    """How much more uncertain the small ones ought to be, all together."""
    if not wanted:
        return 0.0
    system = System.of({one.atoms: secrets.size(one.atoms) for one in open_sums}, secrets.counts)
    width = (high - low for low, high in map(system.bounds, wanted))
    return sum(max(0.0, secrets.least - one) for one in width)


class System:
    """What somebody knows who has seen some sums: atoms that always stand together are one."""

    def __init__(self, known: Mapping[Atoms, int], classes: Sequence[Atoms]) -> None:
        self.classes = classes
        self.rows = [[1 if one <= atoms else 0 for one in classes] for atoms in known]
        self.values = list(known.values())
        self.found: dict[tuple[tuple[int, ...], int], float] = {}
        self.plain = self._plain()

    @classmethod
    def of(cls, known: Mapping[Atoms, int], atoms: Iterable[str]) -> "System":
        together: dict[tuple[int, ...], set[str]] = defaultdict(set)
        for atom in atoms:
            together[tuple(i for i, one in enumerate(known) if atom in one)].add(atom)
        return cls(known, [frozenset(one) for one in together.values()])

    def bounds(self, atoms: Atoms) -> tuple[float, float]:
        """The least and the most that there can be in some atoms.

        Of a part of a class there may be nobody, or everybody who is in the class.
        """
        whole = tuple(1 if one <= atoms else 0 for one in self.classes)
        touched = tuple(1 if one & atoms else 0 for one in self.classes)
        return self._extreme(whole, 1), self._extreme(touched, -1)

    def _plain(self) -> dict[int, int]:
        """The classes that come out by subtracting one after the other."""
        plain: dict[int, int] = {}
        rows = [{place for place, one in enumerate(row) if one} for row in self.rows]
        found = -1
        while found < len(plain):
            found = len(plain)
            for row, value in zip(rows, self.values, strict=True):
                left = row - plain.keys()
                if len(left) == 1:
                    plain[left.pop()] = value - sum(plain[one] for one in row if one in plain)
        return plain

    def _extreme(self, weights: tuple[int, ...], sign: int) -> float:
        if not any(weights):
            return 0.0
        if (weights, sign) not in self.found:
            wanted = [place for place, one in enumerate(weights) if one]
            is_plain = all(place in self.plain for place in wanted)
            self.found[weights, sign] = (
                float(sum(self.plain[place] for place in wanted))
                if is_plain
                else self._solved(weights, sign)
            )
        return self.found[weights, sign]

    def _solved(self, weights: tuple[int, ...], sign: int) -> float:
        from scipy.optimize import linprog  # noqa: PLC0415 -- slow import, only needed here

        if not self.rows:
            return 0.0 if sign == 1 else float("inf")
        target = [sign * one for one in weights]
        solved = linprog(target, A_eq=self.rows, b_eq=self.values, method="highs")
        return float("inf") if solved.fun is None else round(sign * float(solved.fun), 6)
