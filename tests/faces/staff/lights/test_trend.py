"""How the light has gone, told in rows."""

import datetime as dt

from hjemmebane.design.charts.lanes import Mark
from hjemmebane.faces.staff.lights.pages.trend import Event, rows_of


def met(year, month, day):
    return Event(Mark("Mødt", dt.date(year, month, day)), 3, "Besøg")


def test_week_across_new_year_is_told_once_under_its_own_year():
    told = rows_of([met(2026, 1, 2), met(2025, 12, 30), met(2025, 12, 22)], by_day=False)

    assert [(row[0], row[3]) for row in told] == [
        ("Uge 1, 2026", "Besøg × 2"),
        ("Uge 52, 2025", "Besøg"),
    ]
