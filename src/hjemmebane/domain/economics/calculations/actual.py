"""A team as it is today, reckoned as its plan is: the same pay, prices and overhead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hjemmebane.domain.economics.calculations.costing import Costing, PayTable, Post, cost_of


@dataclass(frozen=True)
class ActualPost:
    """One or more people of the same profession with the same hours; nobody is named.

    profession: its code in the pay table; empty where the table does not know it.
    """

    title: str
    profession: str
    people: int
    hours: Decimal
    coordination_hours: Decimal


@dataclass(frozen=True)
class AsItIs:
    """costing: with today's people and citizens. guessed: the titles that got the plan's mean pay,
    because neither it nor the pay table knows them.
    """

    costing: Costing
    guessed: Sequence[str]


def as_it_is(
    plan: Costing,
    posts: Sequence[ActualPost],
    citizens: Decimal | int | None,
    pay: PayTable,
) -> AsItIs | None:
    """None without people or without citizens: there would be nothing to divide, or by."""
    if not posts or not citizens:
        return None
    known = {one.post.title.casefold(): one.monthly for one in cost_of(plan, pay).posts}
    mean = _mean_pay(plan, pay)
    paid = [(one, _monthly(one, known, pay)) for one in posts]
    staff = tuple(
        Post(
            title=one.title,
            people=one.people,
            hours=one.hours,
            coordination_hours=one.coordination_hours,
            monthly_pay=mean if monthly is None else monthly,
        )
        for one, monthly in paid
    )
    costing = replace(
        plan, staff=staff, known_total=None, known_hours=None, places=Decimal(citizens)
    )
    return AsItIs(costing, sorted({one.title for one, monthly in paid if monthly is None}))


def _monthly(post: ActualPost, known: Mapping[str, Decimal], pay: PayTable) -> Decimal | None:
    """As the plan pays the same title, or else as the table pays the profession."""
    return known.get(post.title.casefold(), pay.get(post.profession))


def _mean_pay(plan: Costing, pay: PayTable) -> Decimal:
    """Of an hour in the plan, as a month; of the table where the plan knows a sum alone."""
    posts = cost_of(plan, pay).posts
    hours = sum((one.post.weekly_hours for one in posts), Decimal(0))
    if hours:
        return sum((one.monthly * one.post.weekly_hours for one in posts), Decimal(0)) / hours
    return sum(pay.values(), Decimal(0)) / len(pay)
