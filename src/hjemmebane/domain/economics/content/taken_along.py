"""Costings and scenarios as files to take along: what is written here is read by `brought`."""

from dataclasses import fields

import tomli_w

from hjemmebane.domain.economics.calculations.costing import Amount, Costing, Post
from hjemmebane.domain.economics.calculations.scenario import Consequence, Scenario
from hjemmebane.domain.economics.content.tables import LISTS, tables_of

LINES = {"staff": Post, "consequences": Consequence}
MEANINGS = {
    "title": "Navn",
    "places": "Hvor mange borgere teamet har ad gangen",
    "known_total": "Kun hvis stillingerne ikke kendes: kroner om året for alle, med overhead",
    "known_hours": "Timer om ugen med borgerne, til beløbet ovenfor",
    "count_avoided": "Om det sparede trækkes fra",
    "overhead": "En andel: 0,2 er 20 %",
    "weeks": "Uger om året",
    "hours_a_year": "Timer på et fuldtidsår",
    "price_year": "Prisniveau (år)",
    "source": "Kilde",
    "rounding": "NONE eller REPORT (som i evalueringen)",
    "target_group": "Målgruppe",
    "cost": "Kroner for én deltager i år 1",
    "cost_payer": "MUNICIPALITY, REGION eller STATE",
    "success_rate": "Andelen, det lykkes for: 0,2 er 20 %",
    "counterfactual_rate": "Andelen, det ville være lykkedes for alligevel",
    "discount_rate": "Diskonteringsrente: 0,035 er 3,5 %",
    "first_year": "Det første år, virkningen tæller",
    "years": "Hvor mange år virkningen tæller",
}


def as_toml(record: Costing | Scenario) -> bytes:
    return tomli_w.dumps(tables_of(record)).encode()


def as_xlsx(record: Costing | Scenario) -> bytes:
    """With a sheet for each list, also an empty one, so that it can be filled in."""
    from hjemmebane.domain.economics.content.xlsx_files import (  # noqa: PLC0415 -- slow import, only for workbooks
        write_xlsx,
    )

    columns = {
        kind: [field.name for field in fields(LINES.get(kind, Amount))]
        for kind in LISTS[type(record)]
    }
    return write_xlsx(tables_of(record), columns=columns, meanings=MEANINGS)
