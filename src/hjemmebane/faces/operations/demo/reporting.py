"""The evaluation report that the manager of the demo has ordered, over all of their teams."""

from itertools import islice

from hjemmebane.domain.evaluation.actions import order_report
from hjemmebane.domain.evaluation.calculations.months import last_of, months_before
from hjemmebane.domain.evaluation.jobs import make
from hjemmebane.domain.evaluation.queries.reports import teams_evaluated_by
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.faces.operations.demo.days import Days
from hjemmebane.faces.operations.demo.house_entries import HouseEntry
from hjemmebane.foundation.accounts.queries import login_called
from hjemmebane.foundation.actors import acting

MONTHS = 24


def fill_reports(house: HouseEntry, days: Days) -> None:
    """One for each manager: the last two years, made as the worker makes it."""
    *_, first = islice(months_before(days.today), MONTHS)
    until = last_of(next(months_before(days.today)))
    for entry in house.manager:
        login = login_called(entry.username)
        if login is None:
            continue
        by = login.actor
        with acting(by):
            report = order_report(
                id=key(days.now, "report", entry.username),
                teams=list(teams_evaluated_by(by, days.today)),
                from_on=first,
                until_on=until,
                by=by,
                at=days.now,
            )
        make(report.pk)
