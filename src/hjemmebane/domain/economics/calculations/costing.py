"""What a team costs in a year, and per citizen.

    hours a week x weeks x monthly pay x 12 / hours a year x (1 + overhead), for everybody, + other

Source: the evaluation of M-ACT, 2022, ch. 7.1, whose ten hourly rates follow from 1,924 hours a
year, and whose municipality 1 follows from 52 weeks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass as plain
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from hjemmebane.domain.economics.calculations.figures import (
    MOST_LINES,
    OWN_SOURCE,
    STRICT,
    Hours,
    Kroner,
    Places,
    PriceYear,
    Rounding,
    Share,
    TeamHours,
    Text,
)

FULL_TIME = Decimal(37)  # hours a week of a full-time employee
MONTHS = 12

type PayTable = Mapping[str, Decimal]  # by profession, kroner a month for full time


class UnknownProfession(LookupError):
    """No pay is known for it. Says which post."""

    def __init__(self, place: int, profession: str) -> None:
        super().__init__(profession)
        self.place = place
        self.profession = profession


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Post:
    """One or more people who do the same. hours: a week, each; some of them coordination."""

    title: Text
    profession: Text = "-"
    people: Annotated[int, Field(ge=1, le=1000, strict=True)] = 1
    hours: Hours
    coordination_hours: Hours = Decimal(0)
    monthly_pay: Kroner | None = None  # for full time; None: as the table says
    source: Text = OWN_SOURCE

    @model_validator(mode="after")
    def _within(self) -> Self:
        if self.coordination_hours > self.hours:
            raise PydanticCustomError(
                "coordination", "har flere timer til koordinering end timer i alt"
            )
        return self

    @property
    def weekly_hours(self) -> Decimal:
        return self.hours * self.people

    @property
    def executing_hours(self) -> Decimal:
        return (self.hours - self.coordination_hours) * self.people


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Amount:
    """Kroner for something: a year in the running, once at the start."""

    what: Text
    kroner: Kroner


type Amounts = Annotated[tuple[Amount, ...], Field(max_length=MOST_LINES)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Costing:
    """A team as it is costed. places: how many citizens it has at a time.

    known_total: kroner a year for its people, overhead and all, where that is all one knows.
    """

    title: Text
    places: Places
    staff: Annotated[tuple[Post, ...], Field(max_length=MOST_LINES)] = ()
    known_total: Kroner | None = None
    known_hours: TeamHours | None = None  # executing, a week; for the caseload of a known total
    other: Amounts = ()
    start_up: Amounts = ()
    avoided: Amounts = ()
    count_avoided: Annotated[bool, Field(strict=True)] = False
    overhead: Share = Decimal("0.2")
    weeks: Annotated[Decimal, Field(gt=0, le=53)] = Decimal(52)
    hours_a_year: Annotated[Decimal, Field(ge=1000, le=2500)] = Decimal(1924)
    price_year: PriceYear
    source: Text = OWN_SOURCE
    rounding: Rounding = Rounding.NONE

    @model_validator(mode="after")
    def _has_one_sort_of_pay(self) -> Self:
        if bool(self.staff) == (self.known_total is not None):
            raise PydanticCustomError(
                "pay", "skal have enten medarbejdere (staff) eller et kendt beløb (known_total)"
            )
        return self


@plain(frozen=True)
class PostCost:
    """One post in kroner. hourly: the pay of an hour; charged: with overhead; yearly: all of it."""

    post: Post
    monthly: Decimal
    hourly: Decimal
    charged: Decimal
    yearly: Decimal


@plain(frozen=True)
class Cost:
    """A costing worked out, in kroner a year; nothing is rounded.

    caseload: citizens for each 37 hours a week that are spent with them; None without such hours.
    """

    costing: Costing
    posts: Sequence[PostCost]
    pay: Decimal
    other: Decimal
    avoided: Decimal
    start_up: Decimal
    weekly_hours: Decimal
    executing_hours: Decimal

    @property
    def total(self) -> Decimal:
        counted = self.avoided if self.costing.count_avoided else Decimal(0)
        return self.pay + self.other - counted

    @property
    def per_citizen(self) -> Decimal:
        return self.total / self.costing.places

    @property
    def full_time(self) -> Decimal:
        """Full-time employees, coordination and all."""
        return self.weekly_hours / FULL_TIME

    @property
    def per_full_time(self) -> Decimal | None:
        return self.total / self.full_time if self.full_time else None

    @property
    def caseload(self) -> Decimal | None:
        return self.costing.places * FULL_TIME / self.executing_hours if self.has_hours else None

    @property
    def has_hours(self) -> bool:
        return self.executing_hours > 0


def hourly(monthly: Decimal, hours_a_year: Decimal) -> Decimal:
    """What an hour of somebody costs whose month is known: 38,906 kr. are 242.66 kr. an hour."""
    return monthly * MONTHS / hours_a_year


def cost_of(costing: Costing, pay: PayTable) -> Cost:
    """Work a costing out. Raises UnknownProfession where neither it nor the table knows the pay."""
    posts = [_post_cost(costing, place, post, pay) for place, post in enumerate(costing.staff)]
    known = costing.known_total or Decimal(0)
    weekly = sum((post.weekly_hours for post in costing.staff), costing.known_hours or Decimal(0))
    executing = sum((p.executing_hours for p in costing.staff), costing.known_hours or Decimal(0))
    return Cost(
        costing=costing,
        posts=posts,
        pay=sum((post.yearly for post in posts), known),
        other=total_of(costing.other),
        avoided=total_of(costing.avoided),
        start_up=total_of(costing.start_up),
        weekly_hours=weekly,
        executing_hours=executing,
    )


def total_of(amounts: Sequence[Amount]) -> Decimal:
    return sum((one.kroner for one in amounts), Decimal(0))


def _post_cost(costing: Costing, place: int, post: Post, pay: PayTable) -> PostCost:
    monthly = post.monthly_pay if post.monthly_pay is not None else pay.get(post.profession)
    if monthly is None:
        raise UnknownProfession(place, post.profession)
    an_hour = hourly(monthly, costing.hours_a_year)
    charged = an_hour * (1 + costing.overhead)
    return PostCost(post, monthly, an_hour, charged, charged * post.weekly_hours * costing.weeks)
