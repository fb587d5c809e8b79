"""What moved between two measurements: how much, how surely, and how large it is."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from hjemmebane.domain.measurements.calculations.cohort import Paired, paired_of, parts_of


@dataclass(frozen=True)
class Change:
    """paired: means, mean change and its spread (`Paired.interval` has its 95 % interval).

    p: Wilcoxon's signed-rank test, two-sided, those who did not move left out; exact for 13 or
    fewer, and for 50 where no two moved equally far, else by the normal approximation. dz: the
    mean change over its standard deviation (Cohen). rank_biserial: of the ranks of those who
    moved, how much more went up than down, from −1 to 1. None where it cannot be worked out.
    """

    paired: Paired
    p: float | None = None
    dz: float | None = None
    rank_biserial: float | None = None


def change_of(pairs: Counter[tuple[Decimal, Decimal]]) -> Change:
    """Of pairs that are counted."""
    known, (_, _, moved) = paired_of(pairs), parts_of(pairs)
    del moved[Decimal(0)]
    if known.change is None or not moved:
        return Change(known)
    dz = float(known.change / known.sd) if known.sd else None
    p, rank_biserial = _signed_ranks(moved)
    return Change(known, p=p, dz=dz, rank_biserial=rank_biserial)


def _signed_ranks(counts: Counter[Decimal]) -> tuple[float, float]:
    """Wilcoxon's p, and the matched-pairs rank-biserial correlation (Kerby 2014)."""
    import numpy as np  # noqa: PLC0415 -- slow imports, only needed here
    from scipy.stats import rankdata, wilcoxon  # noqa: PLC0415 -- as above

    values = sorted(counts)
    moved = np.repeat([float(one) for one in values], [counts[one] for one in values])
    ranks = rankdata(np.abs(moved))
    upwards = float(ranks[moved > 0].sum())
    every = len(moved) * (len(moved) + 1) / 2
    return float(wilcoxon(moved).pvalue), 2 * upwards / every - 1
