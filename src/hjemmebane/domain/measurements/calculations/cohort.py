"""The figures of many courses together: how they lie, and what moved from the first to the last."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from uuid import UUID

from hjemmebane.domain.measurements.calculations.due import MONTHS_BETWEEN, months_later
from hjemmebane.domain.method.content.measuring import Instrument, Item

# Of one there is no mean that is not that one's own figure, and no spread.
LEAST = 2
# Half of what lies outside a 95 % interval lies above it.
BELOW_THE_UPPER_END = 0.975
PARTS_OF_A_SCALE = (5, 4, 3, 2)
HUNDRED, NOUGHT = Decimal(100), Decimal(0)
# Enough digits that sums of squares are not rounded.
EXACT = Context(prec=100)


@dataclass(frozen=True)
class Counted:
    """A figure that counts: whose it is, when it was given, in which words, and its answers."""

    course_id: UUID
    started_on: dt.date
    on: dt.date
    value: Decimal
    wording: str
    answers: Mapping[str, int | None]

    @property
    def is_of_the_start(self) -> bool:
        """Whether it was measured before the first quarter of the course was over."""
        return self.on < months_later(self.started_on, MONTHS_BETWEEN)


@dataclass(frozen=True)
class Summary:
    """How some figures lie. n: of how many; None where even that is not told.

    mean and sd: None where there are too few to say anything.
    """

    n: int | None
    mean: Decimal | None = None
    sd: Decimal | None = None


@dataclass(frozen=True)
class Paired:
    """What moved for those who have two figures: the mean of the first and of the last, the mean
    change and how much the changes spread. None where there are too few to say anything.
    """

    n: int | None
    before: Decimal | None = None
    after: Decimal | None = None
    change: Decimal | None = None
    sd: Decimal | None = None

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """Where the mean change lies with 95 % confidence, by Student's t.

        None where there are too few, and where everybody moved alike: then nothing is known of how
        much others would differ.
        """
        if self.n is None or self.change is None or not self.sd:
            return None
        from scipy.special import stdtrit  # noqa: PLC0415 -- slow import, only needed here

        quantile = Decimal(float(stdtrit(self.n - 1, BELOW_THE_UPPER_END)))
        reach = quantile * self.sd / Decimal(self.n).sqrt()
        return self.change - reach, self.change + reach


@dataclass(frozen=True)
class Figures:
    """One figure of many courses: at the start, the latest, and from the first to the last.

    positive: the share of those who answer positively, in percent, where that is said of answers.
    """

    start: Summary
    latest: Summary
    change: Paired
    positive: Paired | None = None


@dataclass(frozen=True)
class Part:
    """A part of the scale, and how many of the latest figures lie in it."""

    at_least: Decimal
    up_to: Decimal
    count: int


@dataclass(frozen=True)
class InWords:
    """An instrument's figures in one wording: as a whole, and of each question by its code.

    spread: the latest, in parts of the scale; empty where only sums are told.
    """

    wording: str
    whole: Figures
    items: Mapping[str, Figures]
    spread: Sequence[Part] = ()


def in_each_wording(asked: Instrument, counted: Iterable[Counted]) -> list[InWords]:
    """The figures of an instrument, those of each wording by themselves, in order of first use.

    Of two of a day the first given is the former.
    """
    by_words: dict[str, list[Counted]] = defaultdict(list)
    for one in sorted(counted, key=lambda each: each.on):
        by_words[one.wording].append(one)
    return [_in_words(asked, wording, found) for wording, found in by_words.items()]


def _in_words(asked: Instrument, wording: str, counted: Sequence[Counted]) -> InWords:
    by_course: dict[UUID, list[Counted]] = defaultdict(list)
    for one in counted:
        by_course[one.course_id].append(one)
    ends = [(given[0], given[-1]) for given in by_course.values()]
    return InWords(
        wording=wording,
        whole=_figures([(first, last, first.value, last.value) for first, last in ends]),
        items={item.code: _of_item(item, ends) for item in asked.items},
        spread=spread(asked, [last.value for _, last in ends]),
    )


type Ends = tuple[Counted, Counted, Decimal | None, Decimal | None]


def _of_item(item: Item, ends: Sequence[tuple[Counted, Counted]]) -> Figures:
    told = [(first, last, _points(first, item), _points(last, item)) for first, last in ends]
    positive = None
    if item.positive:
        shares = [
            (first, last, _is_positive(before, item), _is_positive(after, item))
            for first, last, before, after in told
        ]
        positive = _figures(shares).change
    return _figures(told, positive)


def _figures(told: Sequence[Ends], positive: Paired | None = None) -> Figures:
    return Figures(
        start=summary(
            before for first, _, before, _ in told if first.is_of_the_start and before is not None
        ),
        latest=summary(after for _, _, _, after in told if after is not None),
        change=paired(
            (before, after)
            for first, last, before, after in told
            if first.on < last.on and before is not None and after is not None
        ),
        positive=positive,
    )


def _points(one: Counted, item: Item) -> Decimal | None:
    """As it was answered: a reversed question is not turned round."""
    points = one.answers.get(item.code)
    return None if points is None else Decimal(points)


def _is_positive(points: Decimal | None, item: Item) -> Decimal | None:
    if points is None:
        return None
    return HUNDRED if points in item.positive else NOUGHT


def summary(values: Iterable[Decimal]) -> Summary:
    """The mean and the standard deviation of a sample; nothing of fewer than two."""
    return summary_of(Counter(values))


def summary_of(known: Counter[Decimal]) -> Summary:
    """The same of figures that are counted."""
    if known.total() < LEAST:
        return Summary(known.total())
    return Summary(known.total(), _mean(known), _spread(known))


def paired(pairs: Iterable[tuple[Decimal, Decimal]]) -> Paired:
    """What moved between the two of each pair; nothing of fewer than two pairs."""
    return paired_of(Counter(pairs))


def paired_of(known: Counter[tuple[Decimal, Decimal]]) -> Paired:
    """The same of pairs that are counted."""
    if known.total() < LEAST:
        return Paired(known.total())
    firsts, lasts, moved = parts_of(known)
    return Paired(
        n=known.total(),
        before=_mean(firsts),
        after=_mean(lasts),
        change=_mean(moved),
        sd=_spread(moved),
    )


def parts_of(
    known: Counter[tuple[Decimal, Decimal]],
) -> tuple[Counter[Decimal], Counter[Decimal], Counter[Decimal]]:
    """The first figures, the last ones and the changes of counted pairs, each counted."""
    firsts, lasts, moved = Counter[Decimal](), Counter[Decimal](), Counter[Decimal]()
    for (before, after), count in known.items():
        firsts[before] += count
        lasts[after] += count
        moved[after - before] += count
    return firsts, lasts, moved


def _mean(counts: Counter[Decimal]) -> Decimal:
    """Each value that differs is looked at once: there are few of them, also of very many."""
    with localcontext(EXACT):
        total = sum(value * count for value, count in counts.items())
    return total / Decimal(counts.total())


def _spread(counts: Counter[Decimal]) -> Decimal:
    """The standard deviation of a sample, not rounded before the last division."""
    n = counts.total()
    with localcontext(EXACT):
        total = sum(value * count for value, count in counts.items())
        squares = sum(value * value * count for value, count in counts.items())
        apart = squares * n - total * total
    return (apart / Decimal(n * (n - 1))).sqrt()


def spread(asked: Instrument, values: Sequence[Decimal]) -> list[Part]:
    """How many lie in each part of the scale; what lies on a border belongs above it."""
    lowest, width = asked.scoring.lowest, asked.scoring.highest - asked.scoring.lowest
    number = next((one for one in PARTS_OF_A_SCALE if width % one == 0), PARTS_OF_A_SCALE[0])
    step = Decimal(width) / number
    counts = [0] * number
    for value in values:
        counts[min(number - 1, int((value - lowest) / step))] += 1
    return [
        Part(lowest + step * place, lowest + step * (place + 1), count)
        for place, count in enumerate(counts)
    ]
