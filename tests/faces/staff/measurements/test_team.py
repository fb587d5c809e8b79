"""Målinger i teamet and Tal for teamet: what is said of many, who is named, and who reads what."""

import datetime as dt

import pytest
from django.utils.html import escape

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.measurements.actions import postpone_measurement
from hjemmebane.domain.measurements.choices import NoneReason
from hjemmebane.domain.measurements.models import Response
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.answering import given
from tests.factories.browsing import browser, words
from tests.factories.cast import STARTED_ON, start_case

URL, FIGURES, PAPER = (
    "/teamet/maalinger/",
    "/teamet/maalinger/tal/",
    "/teamet/maalinger/tal.pdf",
)
DUE_QUERIES, FIGURES_QUERIES, SUMS_QUERIES = 15, 8, 7
LATER = STARTED_ON + dt.timedelta(days=120)
NAMES = ("Ask", "Bea", "Carl", "Dina", "Egon")


def courses(cast, count):
    with acting(cast.ida.actor):
        others = [
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name)).course
            for name in NAMES[: count - 1]
        ]
    return [cast.kim.course, *others]


def measured(cast, count=2):
    """So many with two measurements each; VUM goes down, the rest goes up."""
    by = cast.ida
    with acting(by.actor):
        Response.objects.bulk_create(
            given(course, by, *[points] * number, code=code, on=on)
            for course in courses(cast, count)
            for code, number, before, after in (
                ("VUM", 11, 3, 2),
                ("BRIEF_INSPIRE_O", 5, 1, 3),
                ("BRIEF_INSPIRE", 5, 2, 3),
                ("PROGRESSION", 6, 1, 2),
            )
            for on, points in ((STARTED_ON, before), (LATER, after))
        )


def shown(reader, url=URL, **query):
    return browser(reader).get(url, query).context["page"]


def charts(page):
    return {chart.name: chart for section in page.sections for chart in section.charts}


def facts(page, title):
    [row] = next(one for one in page.instruments if one.title == title).rows
    return dict(row.facts)


def test_who_is_to_be_measured_stands_with_since_when_and_the_way_there(cast):
    page = shown(cast.ida)

    [row] = page.rows
    assert (row.name, row.url) == ("Kim Krog", f"/borgere/{cast.kim.citizen.pk}/maalinger/")
    first, days = row.wanted[0], (today() - STARTED_ON).days
    assert first.titles == "GSE – at kunne mestre"
    assert (first.told, first.is_late) == (f"3. marts 2025, {days} dage siden", True)
    late = sum(one.is_late for one in row.wanted)
    assert page.counts[0] == ("For sent", str(late))
    assert page.counts[1] == ("Skal laves nu", str(len(row.wanted) - late))


def test_who_has_waited_less_is_folded_away_in_a_large_team(cast):
    with acting(cast.ida.actor):
        for number in range(16):
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=f"Nr{number}"))
    page = browser(cast.ida).get(URL)

    assert page.context["page"].others == "Vis 2 borgere mere"
    shown_first, folded = page.content.decode().split("Vis 2 borgere mere")
    assert (shown_first.count('/maalinger/">'), folded.count('/maalinger/">')) == (15, 2)


def test_what_is_put_off_stands_with_its_reason(cast):
    until = today() + dt.timedelta(days=9)
    with acting(cast.ida.actor):
        postpone_measurement(
            id=new_id(),
            course=cast.kim.course,
            instrument="GSE",
            due_on=STARTED_ON,
            until_on=until,
            reason=NoneReason.OTHER,
            note="Flytter <i>",
            by=cast.ida.actor,
            at=now(),
        )

    page = browser(cast.ida).get(URL)
    [put_off] = page.context["page"].put_off

    assert (put_off.name, put_off.why) == ("Kim Krog", "Noget andet: Flytter <i>")
    assert escape(put_off.why) in page.content.decode()
    wanted = [one.titles for row in page.context["page"].rows for one in row.wanted]
    assert not any(put_off.title in one for one in wanted)


def test_rate_tells_of_how_many_and_why_not_the_others(cast):
    page = shown(cast.ida)
    missed = [dict(row.cells)["Hver tredje måned"] for row in page.instruments]

    assert (page.rate, page.rate_note[:5]) == ("0\N{NO-BREAK SPACE}%", "0 af ")
    assert dict(page.reasons).keys() == {"Ingen har sagt hvorfor"}
    assert "–" in missed  # GSE is not measured on quarters
    assert sum(one.startswith("0 af ") for one in missed) == 4


def test_page_of_nobody_says_so_in_words(cast):
    page = browser(cast.omar).get(FIGURES)

    assert page.context["page"].nothing.startswith("Ikke nok data (n = 0): ")
    assert page.context["page"].instruments == []
    assert not any(chart.svg for chart in charts(page.context["page"]).values())
    assert "nan" not in words(page).lower().split()


def test_one_citizen_is_no_mean(cast):
    measured(cast, 1)
    page = shown(cast.ida, FIGURES)

    assert facts(page, "Brief INSPIRE-O") == {
        "Ved start": "Ikke nok data (n = 1).",
        "Senest": "Ikke nok data (n = 1).",
        "Fra første til seneste": "Ikke nok data (n = 1).",
    }
    assert all(bar.value is None for one in charts(page).values() for bar in one.bars)
    assert charts(page)["figur-3"].summary == "Ikke nok data (n = 1)."


def test_all_moving_alike_are_said_to_have_no_interval(cast):
    measured(cast, 3)

    assert facts(shown(cast.ida, FIGURES), "Brief INSPIRE-O")["Fra første til seneste"] == (
        "Fra 25,0 til 75,0: ændring +50,0,"
        " alle har flyttet sig lige meget, så der er intet interval (n = 3)."
    )


def test_change_has_its_n_and_interval(cast):
    measured(cast, 2)
    with acting(cast.ida.actor):
        course = start_case(cast.team_one, cast.ida, CitizenDetails(given_name="Fie")).course
        Response.objects.bulk_create(
            [
                given(course, cast.ida, 1, 1, 1, 1, 1),
                given(course, cast.ida, 1, 1, 1, 1, 1, on=LATER),
            ]
        )
    # Moved 50, 50 and 0: mean 33.33, deviation 28.87, and 4.303 · 28.87 / √3 is 71.7.
    assert facts(shown(cast.ida, FIGURES), "Brief INSPIRE-O")["Fra første til seneste"] == (
        "Fra 25,0 til 58,3: ændring +33,3,"
        " 95\N{NO-BREAK SPACE}%-interval fra -38,4 til +105,0 (n = 3)."
    )


def test_five_figures_are_drawn_with_n_and_a_table(cast):
    measured(cast, 3)
    found = charts(shown(cast.ida, FIGURES))

    assert list(found) == [
        "figur-3",
        "figur-4-a",
        "figur-4-b",
        "figur-5",
        "figur-e",
        "figur-l",
    ]
    assert found["figur-3"].summary == "Alle ligger på 3,00."
    assert found["figur-4-a"].summary == "Ikke nok data (n = 0)."
    assert found["figur-5"].summary == "I gennemsnit bedre på 11 af 11 områder."
    assert found["figur-l"].summary == "I gennemsnit bedre på 5 af 5 emner, hvor flere er bedre."
    for name, chart in found.items():
        told = " ".join(cell for row in chart.rows for _, cell in row)
        assert f"n = {0 if name == 'figur-4-a' else 3}" in told
        assert ("<svg" in chart.svg) == (name != "figur-4-a")


def test_different_words_are_said_and_not_put_together(cast):
    measured(cast, 3)
    with acting(cast.ida.actor):
        Response.objects.bulk_create(
            [given(cast.kim.course, cast.ida, *[4] * 5, on=LATER, wording_status="OFFICIAL")]
        )
    page = browser(cast.ida).get(FIGURES)
    said = words(page)

    assert "Der er svaret i forskellige ord." in said
    assert "Ikke med her: de officielle ord, udgave 1 (n = 1)." in said


def test_manager_gets_sums_of_five_or_more(cast):
    measured(cast, 5)
    page = browser(cast.mette).get(FIGURES)
    said = words(page)

    assert "kun dem, der er mindst 5 forløb bag" in said
    assert facts(page.context["page"], "Brief INSPIRE-O")["Fra første til seneste"].startswith(
        "Fra 25,0 til 75,0"
    )
    assert "figur-l" not in charts(page.context["page"])
    assert all(not row.spread for one in page.context["page"].instruments for row in one.rows)
    assert not any(name in said for name in ("Kim", *NAMES))


def test_manager_gets_nothing_of_four(cast):
    measured(cast, 4)
    page = browser(cast.mette).get(FIGURES)

    assert not page.context["page"].instruments
    assert page.context["page"].nothing.startswith("Ikke nok data (færre end 5): ")
    assert "Brief INSPIRE-O" in page.context["page"].nothing
    assert all(
        bar.value is None and bar.n is None
        for one in charts(page.context["page"]).values()
        for bar in one.bars
    )
    assert "n = 4" not in words(page)


def test_who_is_named_is_noted_as_read_and_figures_name_nobody(cast):
    browser(cast.ida).get(FIGURES)
    browser(cast.ida).get(URL)

    with acting(cast.ida.actor):
        noted = Access.objects.filter(what="Målinger i teamet")
        read = list(noted.values_list("citizen_id", flat=True))
    assert read == [cast.kim.citizen.pk]


def test_only_the_team_and_who_answers_for_it_read(cast):
    elsewhere = {"team": cast.team_one.pk}

    assert browser(cast.mette).get(URL).status_code == 404
    for url in (URL, FIGURES, PAPER):
        assert browser(cast.omar).get(url, elsewhere).status_code == 404
    assert browser(cast.mette).get(FIGURES, elsewhere).status_code == 200


def test_way_there_fits_the_reader(cast):
    assert f'href="{URL}"' in browser(cast.ida).get("/teamet/").content.decode()
    managers = browser(cast.mette).get("/teamet/").content.decode()
    assert f'href="{URL}"' not in managers
    assert f'href="{FIGURES}"' in managers


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_grow(cast, django_assert_num_queries, count):
    measured(cast, count)
    reader, manager = browser(cast.ida), browser(cast.mette)

    with django_assert_num_queries(DUE_QUERIES):
        reader.get(URL)
    with django_assert_num_queries(FIGURES_QUERIES):
        reader.get(FIGURES)
    with django_assert_num_queries(SUMS_QUERIES):
        manager.get(FIGURES)
