"""Costings, scenarios and sizes as JSON: kroner as numbers, shares as shares, nothing hidden."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from hjemmebane.design.fields.numbers import danish_number
from hjemmebane.domain.economics.calculations.costing import Amount, Cost, PostCost
from hjemmebane.domain.economics.calculations.figures import (
    HUNDRED,
    KRONE,
    THOUSAND,
    Rounding,
    rounded,
    told,
)
from hjemmebane.domain.economics.calculations.scenario import Net, Payer
from hjemmebane.domain.economics.calculations.sensitivity import Swing, swings
from hjemmebane.domain.economics.calculations.sizing import Municipality, Sizing, percent_of
from hjemmebane.domain.economics.content.shipped import municipalities, published_pay

type Json = Mapping[str, object]


def number(value: Decimal | None, digits: int = 4) -> int | float | None:
    """A plain number; None where there is none."""
    if value is None:
        return None
    exact = rounded(value, digits)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def costing_told(cost: Cost) -> Json:
    """Everything a costing says, with the way to it."""
    costing, rounding = cost.costing, cost.costing.rounding
    per_full_time = cost.per_full_time
    return {
        "title": costing.title,
        "price_year": costing.price_year,
        "source": costing.source,
        "total": kroner(cost.total, HUNDRED, rounding),
        "per_citizen": kroner(cost.per_citizen, HUNDRED, rounding),
        "per_full_time": kroner(per_full_time, HUNDRED, rounding),
        "places": number(costing.places),
        "full_time": number(cost.full_time),
        "weekly_hours": number(cost.weekly_hours),
        "executing_hours": number(cost.executing_hours),
        "caseload": number(cost.caseload),
        "pay": kroner(cost.pay, HUNDRED, rounding),
        "other": amounts(costing.other, cost.other),
        "start_up": amounts(costing.start_up, cost.start_up),
        "avoided": {**amounts(costing.avoided, cost.avoided), "counted": costing.count_avoided},
        "assumptions": {
            "overhead": number(costing.overhead),
            "weeks": number(costing.weeks),
            "hours_a_year": number(costing.hours_a_year),
            "rounding": rounding.value,
        },
        "staff": [_post(cost, post) for post in cost.posts],
        "sensitivity": [_swing(one, rounding) for one in swings(costing, published_pay().table)],
    }


def said(value: Decimal | float | None) -> str:
    """A figure as people read it, “1.174.666,77”; “–” where there is none."""
    return "–" if value is None else danish_number(Decimal(str(value)))


def kroner(value: Decimal | None, unit: Decimal, rounding: Rounding) -> int | float | None:
    return None if value is None else number(told(value, unit, rounding), 2)


def amounts(parts: Sequence[Amount], total: Decimal) -> Json:
    return {
        "total": number(total, 2),
        "parts": [{"what": one.what, "kroner": number(one.kroner, 2)} for one in parts],
    }


def _post(cost: Cost, of: PostCost) -> Json:
    post, costing = of.post, cost.costing
    rounding = costing.rounding
    return {
        "title": post.title,
        "profession": post.profession,
        "people": post.people,
        "hours": number(post.hours),
        "coordination_hours": number(post.coordination_hours),
        "monthly_pay": number(of.monthly, 2),
        "hourly": kroner(of.hourly, KRONE, rounding),
        "hourly_with_overhead": kroner(of.charged, KRONE, rounding),
        "yearly": kroner(of.yearly, HUNDRED, rounding),
        "calculation": (
            f"{post.weekly_hours} timer × {costing.weeks} uger × {of.monthly} kr. × 12"
            f" / {costing.hours_a_year} × {1 + costing.overhead}"
        ),
        "source": post.source if post.monthly_pay is not None else published_pay().source,
    }


def _swing(swing: Swing, rounding: Rounding) -> Json:
    return {
        "varied": swing.varied.value,
        "low": number(swing.low),
        "high": number(swing.high),
        "per_citizen_at_low": kroner(swing.at_low, THOUSAND, rounding),
        "per_citizen_at_high": kroner(swing.at_high, THOUSAND, rounding),
    }


def scenario_told(net: Net) -> Json:
    """Everything a scenario comes to, in kroner of year 1 for one participant."""
    scenario, rounding = net.scenario, net.scenario.rounding
    published = scenario.published
    return {
        "title": scenario.title,
        "target_group": scenario.target_group,
        "source": scenario.source,
        "price_year": scenario.price_year,
        "cost": number(scenario.cost, 2),
        "effect": number(scenario.effect),
        "discount_rate": number(scenario.discount_rate),
        "net": _by_payer(net.by_payer, rounding),
        "net_total": kroner(net.total, HUNDRED, rounding),
        "gain_per_success": _by_payer(net.gain, rounding),
        "by_year": [
            {"year": year, **_by_payer(payers, rounding)} for year, payers in net.by_year.items()
        ],
        "not_by_year": _by_payer(net.unplaced, rounding),
        "break_even_rate": number(net.break_even_rate),
        "break_even_effect": number(net.break_even_effect),
        "break_even_cost": kroner(net.break_even_cost, HUNDRED, rounding),
        "at_effect": [
            {"effect": number(tenth), "net_total": kroner(net.at_effect(tenth), HUNDRED, rounding)}
            for tenth in (Decimal(step) / 10 for step in range(11))
        ],
        "published": _by_payer(published, Rounding.NONE) if published else None,
    }


def _by_payer(values: Mapping[Payer, Decimal], rounding: Rounding) -> Json:
    return {payer.value: kroner(value, HUNDRED, rounding) for payer, value in values.items()}


def sizing_told(sizing: Sizing) -> Json:
    """Everything a size says, with its uncertainty in words."""
    kind = sizing.kind
    low, high = sizing.cost_range
    return {
        "kind": kind.code,
        "municipalities": [_municipality(one) for one in sizing.municipalities],
        "without_figures": [one.name for one in sizing.unknown],
        "expected": sizing.expected,
        "population": sizing.population,
        "percent": number(percent_of(sizing.expected, sizing.population), 2),
        "reached": sizing.reached,
        "teams": sizing.teams,
        "places_in_a_team": number(kind.places),
        "fit": sizing.fit.value,
        "staff": [
            {
                "function": one.function.title,
                "hours": number(one.hours, 1),
                "full_time": number(one.full_time, 2),
            }
            for one in sizing.staff
        ],
        "yearly_cost": number(sizing.cost),
        "yearly_cost_low": number(low),
        "yearly_cost_high": number(high),
        "sources": [municipalities().source, kind.source],
        "uncertainty": municipalities().uncertainty,
    }


def _municipality(one: Municipality) -> Json:
    return {
        "name": one.name,
        "citizens": one.citizens,
        "percent": number(percent_of(one.citizens, one.population), 2),
    }
