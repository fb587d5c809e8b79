"""What somebody can work out who has seen some sums of counts, and no more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

type Atoms = frozenset[str]

LEAST, MOST = 1, -1
EXACT = 6  # decimals to which a bound is
NOUGHT = 1e-9


@dataclass(frozen=True)
class Proof:
    """A bound, and the sums that it follows from: whoever knows those knows the bound."""

    bound: float
    follows_from: frozenset[Atoms]


class System:
    """How many there are in some sums, and how near that comes to how many there are in others.

    Atoms that always stand together are one class. A linear program finds a bound, and with it a
    way that things may stand and the sums that the bound follows from. Who has seen one sum less
    may think the same and more, so both hold for them as far as that sum is not needed.
    """

    def __init__(
        self,
        known: Mapping[Atoms, int],
        counts: Mapping[str, int],
        targets: Iterable[Atoms],
    ) -> None:
        self.counts = counts
        self.known = dict(known)
        self.classes = _classes(self.known, counts)
        self.thought: dict[Atoms, tuple[float, float]] = {}
        self.proofs: dict[tuple[Atoms, int], Proof] = {}
        self.plain = _plain(self.known, self.classes)
        true = [float(sum(counts[atom] for atom in one)) for one in self.classes]
        for target in targets:
            found = self._read(true, target)
            self.thought[target] = (found[LEAST], found[MOST])

    def without(self, atoms: Atoms) -> "System":
        """What is known to somebody who has not seen this sum."""
        known = {one: size for one, size in self.known.items() if one != atoms}
        fewer = System(known, self.counts, self.thought)
        for target, (low, high) in self.thought.items():
            fewer._think(target, low, high)
        fewer.proofs = {
            which: proof for which, proof in self.proofs.items() if atoms not in proof.follows_from
        }
        return fewer

    def width(self, target: Atoms, enough: float) -> float:
        """How far apart the least and the most are that there can be; `enough` where it is more."""
        low, high = self.thought[target]
        if high - low >= enough:
            return enough
        return min(enough, self._bound(target, MOST) - self._bound(target, LEAST))

    def _bound(self, target: Atoms, sign: int) -> float:
        if (target, sign) not in self.proofs:
            self.proofs[target, sign] = self._proved(target, sign)
        return self.proofs[target, sign].bound

    def _proved(self, target: Atoms, sign: int) -> Proof:
        """Of a part of a class there may be nobody, or everybody who is in the class."""
        if sign == MOST and target - frozenset[str]().union(*self.known):
            return Proof(float("inf"), frozenset())
        wanted = [one for one in self.classes if _weighs(one, target, sign)]
        if not self.plain.keys() >= set(wanted):
            return self._solved([sign * (one in wanted) for one in self.classes], sign)
        plain = [self.plain[one] for one in wanted]
        return Proof(
            sum(one.bound for one in plain),
            frozenset[Atoms]().union(*(one.follows_from for one in plain)),
        )

    def _solved(self, weights: Sequence[int], sign: int) -> Proof:
        from scipy.optimize import linprog  # noqa: PLC0415 -- slow import, only needed here

        rows = [[1 if one <= atoms else 0 for one in self.classes] for atoms in self.known]
        solved = linprog(weights, A_eq=rows, b_eq=list(self.known.values()), method="highs")
        for target in self.thought:
            found = self._read(solved.x, target)
            self._think(target, found[LEAST], found[MOST])
        weighed = zip(self.known, solved.eqlin.marginals, strict=True)
        return Proof(
            round(sign * float(solved.fun), EXACT),
            frozenset(atoms for atoms, price in weighed if abs(price) > NOUGHT),
        )

    def _read(self, sizes: Sequence[float], target: Atoms) -> dict[int, float]:
        """The least and the most that there are in a target where the classes are of such sizes."""
        return {
            sign: sum(
                size
                for one, size in zip(self.classes, sizes, strict=True)
                if _weighs(one, target, sign)
            )
            for sign in (LEAST, MOST)
        }

    def _think(self, target: Atoms, low: float, high: float) -> None:
        """There may be as few as `low` and as many as `high`, as far as somebody can tell."""
        least, most = self.thought[target]
        self.thought[target] = (min(least, low), max(most, high))


def _weighs(one: Atoms, target: Atoms, sign: int) -> bool:
    """Whether those in a class count: all of it must be wanted for the least, any for the most."""
    return one <= target if sign == LEAST else bool(one & target)


def _plain(known: Mapping[Atoms, int], classes: Iterable[Atoms]) -> dict[Atoms, Proof]:
    """The classes that come out by subtracting one after the other."""
    plain: dict[Atoms, Proof] = {}
    parts = {atoms: {one for one in classes if one <= atoms} for atoms in known}
    found = -1
    while found < len(plain):
        found = len(plain)
        for atoms, size in known.items():
            left = parts[atoms] - plain.keys()
            if len(left) == 1:
                others = [plain[one] for one in parts[atoms] - left]
                plain[left.pop()] = Proof(
                    size - sum(one.bound for one in others),
                    frozenset([atoms]).union(*(one.follows_from for one in others)),
                )
    return plain


def _classes(known: Iterable[Atoms], atoms: Iterable[str]) -> list[Atoms]:
    seen, together = list(known), defaultdict[tuple[int, ...], set[str]](set)
    for atom in atoms:
        together[tuple(place for place, one in enumerate(seen) if atom in one)].add(atom)
    return [frozenset(one) for one in together.values()]
