"""Efterlevelse, logget: what is said of each figure, and who gets to read it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.fidelity.calculations.readings import Behind, Reading
from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.plans.actions import record_agreement
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.faces.staff.fidelity.pages.logged import in_figures, indicator_row
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import add_to_plan, start_case

URL = "/teamet/efterlevelse/"
QUERIES = 40
INDICATORS = {one.code: one for one in current_pack().fidelity_indicators}


def shown(reader, **query):
    return browser(reader).get(URL, query).context["page"]


def rows(page):
    return {one.title: one for element in page.elements for one in element.indicators}


def told(code, value, **said):
    given = {"level": 3, "n": 12, "missing": 0, "behind": (), **said}
    return Reading(indicator=INDICATORS[code], value=value, **given)


def test_every_core_element_has_its_indicators(cast):
    page = shown(cast.ida)

    assert [row.element.code for row in page.elements] == [
        one.code for one in current_pack().core_elements
    ]
    assert all(len(row.indicators) >= 3 for row in page.elements)
    assert sum(count for _, count in page.counts) == len(INDICATORS)


def test_figure_stands_with_its_level_its_basis_and_who_is_behind(cast):
    with acting(cast.ida.actor):
        for number in range(4):
            text, wishes = f"Mål {number}", [cast.kim.wish] if number else []
            add_to_plan(cast.kim.plan, cast.ida, ItemKind.GOAL, text=text, wishes=wishes)

    one = rows(shown(cast.ida))["Mål, der kommer af et ønske"]

    assert (one.figure, one.level, one.tone) == ("80 % af målene", "Niveau 3 af 5", "note")
    assert one.basis == "Som det står i dag. n = 5, ingen mangler."
    assert one.levels == "2 fra 50, 3 fra 70, 4 fra 85 og 5 fra 95 % af målene"
    less = next(one for one in rows(shown(cast.ida)).values() if "højst" in one.levels)
    assert less.levels.startswith("2 ved højst ")
    [citizen] = one.citizens
    assert (citizen.name, citizen.told) == ("Kim Krog", "80 % af målene (n = 5)")
    assert citizen.url == f"/borgere/{cast.kim.citizen.pk}/"


def test_too_few_are_said_so_and_never_as_a_number(cast):
    one = rows(shown(cast.ida))["Mål, der kommer af et ønske"]

    assert (one.figure, one.level, one.tone) == ("", "Ikke nok data (n = 1)", "")
    assert "Ikke nok data (n = 1)" in words(browser(cast.ida).get(URL))


def test_what_is_missing_is_counted(cast):
    with acting(cast.ida.actor):
        record_agreement(
            id=new_id(),
            plan=cast.kim.plan,
            stance="COULD_NOT_ANSWER",
            reason="Sov",
            said_on=today(),
            by=cast.ida.actor,
            at=now(),
        )

    one = rows(shown(cast.ida))["Enige om planen"]

    assert one.basis == "Som det står i dag. n = 0, 1 mangler."
    assert [citizen.told for citizen in one.citizens] == ["1 mangler"]


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [
        ("MET_BY_TWO", Fraction(8999, 100), "89,9 % af borgerne"),
        ("MET_BY_TWO", Fraction(90), "90 % af borgerne"),
        ("DAYS_SINCE_MET", Fraction(701, 100), "7,1 dage"),
        ("TRIED_WHEN_WITHDRAWN", Fraction(0), "0 forsøg om ugen"),
        ("TRIED_WHEN_WITHDRAWN", Fraction(1, 4), "0,25 forsøg om ugen"),
        ("MINUTES_A_WEEK", Fraction(1000, 3), "333,3 minutter om ugen"),
    ],
)
def test_figure_is_never_rounded_into_a_better_level(code, value, expected):
    assert in_figures(value, INDICATORS[code]).replace("\N{NO-BREAK SPACE}", " ") == expected


def test_a_citizens_own_yes_or_no_is_said_in_a_word(cast):
    kim = cast.kim.citizen.pk
    behind = (Behind(kim, 1, 0, Fraction(0)),)

    row = indicator_row(told("MET_BY_TWO", Fraction(0), behind=behind), {kim: "Kim"})

    assert [one.told for one in row.citizens] == ["Nej"]
    assert row.levels == "2 fra 10, 3 fra 37, 4 fra 64 og 5 fra 90 % af borgerne"


@pytest.mark.parametrize(
    ("code", "count", "value", "expected"),
    [
        ("MET_BY_TWO", 1, 100, "Ja"),
        ("MET_BY_TWO", 2, 50, "50 % af de spurgte (n = 2)"),
        ("OUTSIDE_OFFICE", 1, 100, "100 % af de spurgte (n = 1)"),
    ],
)
def test_yes_or_no_is_said_by_what_is_asked_and_not_by_its_unit(cast, code, count, value, expected):
    kim = cast.kim.citizen.pk
    reading = told(code, Fraction(value), behind=(Behind(kim, count, 0, Fraction(value)),))
    renamed = replace(reading, indicator=replace(reading.indicator, unit="% af de spurgte"))

    row = indicator_row(renamed, {kim: "Kim"})

    assert [one.told.replace("\N{NO-BREAK SPACE}", " ") for one in row.citizens] == [expected]


def test_reading_is_noted_for_everybody_named(cast):
    browser(cast.ida).get(URL)

    with acting(cast.ida.actor):
        read = list(Access.objects.filter(what="Efterlevelse").values_list("citizen_id", flat=True))
    assert read == [cast.kim.citizen.pk]


def test_only_the_team_reads_it(cast):
    assert browser(cast.mette).get(URL).status_code == 404
    assert browser(cast.omar).get(URL, {"team": cast.team_one.pk}).status_code == 404
    assert shown(cast.omar).citizen_ids == [cast.noor.citizen.pk]


def test_way_there_is_shown_to_members_alone(cast):
    assert URL in browser(cast.ida).get("/teamet/").content.decode()
    assert URL not in browser(cast.mette).get("/teamet/").content.decode()


@pytest.mark.parametrize("others", [0, 2])
def test_number_of_queries_does_not_grow(cast, django_assert_num_queries, others):
    with acting(cast.ida.actor):
        for name in ("Ask", "Bea")[:others]:
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name))
    reader = browser(cast.ida)

    with django_assert_num_queries(QUERIES):
        answer = reader.get(URL)

    assert len(answer.context["page"].citizen_ids) == 1 + others
