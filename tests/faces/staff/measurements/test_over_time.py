"""Målinger over tid: the picture, its words and tables, on the page and on paper."""

import datetime as dt
import io
import re
from decimal import Decimal

import pytest
from django.urls import reverse
from pypdf import PdfReader

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.contacts.choices import Light, Outcome
from hjemmebane.domain.courses.actions import put_on_hold, reactivate, record_life_event
from hjemmebane.domain.measurements.actions import import_wording, say_fit, stop_response
from hjemmebane.domain.measurements.calculations.series import Figure, series_of
from hjemmebane.domain.measurements.choices import Fit
from hjemmebane.domain.method.content.instrument_loader import SHIPPED_INSTRUMENTS, parse_instrument
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.domain.sharing.actions import say_light
from hjemmebane.faces.documents.over_time_document import HIGHEST, WIDEST, document, width_of
from hjemmebane.faces.staff.measurements.pages.over_time import over_time
from hjemmebane.faces.staff.measurements.pages.words import RELEVANT, change_said
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day
from tests.factories.browsing import browser, words
from tests.factories.cast import NOW, STARTED_ON
from tests.factories.courses import HOLD, LIFE_EVENT, end_today
from tests.factories.measuring import answer, answered, begin, counted, official
from tests.factories.plans import TODAY
from tests.factories.reminders import see
from tests.factories.sharing import let_citizen_in

PAGE_QUERIES = 19
DAY = dt.timedelta(days=1)
MONTH = 30 * DAY


def url(cast, name="measurements:over_time", query=""):
    return reverse(f"staff:{name}", args=[cast.kim.citizen.pk]) + query


def read(cast, query=""):
    return words(browser(cast.ida).get(url(cast, query=query)))


def paper(cast, query=""):
    response = browser(cast.ida).get(url(cast, "documents:measurements", query))
    assert response["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(response.content))


def measure(cast, *points, on=TODAY, code="BRIEF_INSPIRE_O", **changes):
    kind = answered if code == "VUM" else counted
    return kind(cast.kim, cast.ida, *points, code=code, measured_on=on, at=now(), **changes)


def meet(cast, at, outcome=Outcome.MET):
    log_contact(
        id=new_id(),
        course=cast.kim.course,
        details=ContactDetails(started_at=at, outcome=outcome),
        staff=[cast.ida.staff_member],
        sub_goals={},
        by=cast.ida.actor,
        at=now(),
    )


def live(cast, times):
    """So many of everything that the picture can show."""
    who = {"course": cast.kim.course, "by": cast.ida.actor, "at": now()}
    for number in range(times):
        day, moment = TODAY + number * MONTH, NOW + number * MONTH
        measure(cast, 3, 2, 4, 1, 0, on=day)
        measure(cast, *[2] * 11, on=day, code="VUM")
        meet(cast, moment)
        meet(cast, moment + DAY, Outcome.NOT_MET)
        see(cast.kim, cast.ida, Light.RED, at=moment)
        part = ("SCREENING", "ENGAGEMENT", "BRIDGING")[number % 3]
        place_course(id=new_id(), part=part, reason="Sådan er det", from_on=day, **who)
        record_life_event(id=new_id(), values=LIFE_EVENT | {"from_on": day}, **who)
        put_on_hold(
            id=new_id(),
            values=HOLD | {"from_on": day, "review_on": day + 7 * DAY},
            **who | {"at": moment},
        )
        reactivate(id=new_id(), on=day + 3 * DAY, reason="Kim ringede", **who)


def test_nothing_at_all_is_an_empty_page_in_kind_words(cast):
    page = read(cast)
    assert "Her er ikke noget at vise endnu (n = 0). Billedet kommer af sig selv" in page
    assert "Print" not in page
    assert "Her er ikke noget at vise endnu (n = 0)." in paper(cast).pages[0].extract_text()


def test_one_figure_is_no_line_and_no_trend(cast):
    with acting(cast.ida.actor):
        measure(cast, 3, 2, 4, 1, 0)
    page = read(cast)
    assert "1 tal: 50 (2. juni 2025). Et enkelt tal viser ingen udvikling." in page
    assert "En streg går mellem" not in page
    assert "50 det første her 5 af 5 besvaret" in page
    assert "Kilde" not in page
    assert "bedre." not in page.replace("højere er bedre.", "")


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (
            [3, 2, 4, 2, 0],
            f"5 højere. Forskellen er mindre end 8, altså ikke {RELEVANT}.",
        ),
        (
            [3, 2, 4, 3, 0],
            f"10 højere. Det er bedre, og forskellen er {RELEVANT}: 8 eller mere.",
        ),
        (
            [2, 1, 4, 1, 0],
            f"10 lavere. Det er dårligere, og forskellen er {RELEVANT}: 8 eller mere.",
        ),
        ([3, 2, 4, 1, 0], "altså det samme."),
    ],
    ids=["smaller", "better", "worse", "the same"],
)
def test_change_is_told_from_what_to_what_and_never_more_than_is_published(cast, last, said):
    with acting(cast.ida.actor):
        measure(cast, 3, 2, 4, 1, 0)
        measure(cast, *last, on=TODAY + MONTH)
    page = read(cast)
    assert "2 tal: fra 50 (2. juni 2025) til" in page
    assert said in page
    assert "Kilde til de 8 point: Soc Psychiatry" in page
    assert ("trekant" in page) == ("8 eller mere" in said)
    assert f"Uden for skyggen er forskellen fra det første tal {RELEVANT}." in page
    assert "tilfæld" not in page


def test_page_is_only_read(cast):
    assert browser(cast.ida).post(url(cast)).status_code == 405


def test_change_is_called_more_than_chance_only_where_that_is_published():
    text = (SHIPPED_INSTRUMENTS / "brief_inspire_o.toml").read_text(encoding="utf-8")
    relevant, reliable = (
        parse_instrument(text.replace("[relevant_change]", heading), name="x")
        for heading in ("[relevant_change]", "[reliable_change]")
    )
    for asked, worth in ((relevant, RELEVANT), (reliable, "mere end tilfældig")):
        figures = [Figure(TODAY + days * MONTH, Decimal(10 * days), "ord") for days in (1, 2)]
        first, last = series_of(asked, figures).points
        assert change_said(asked, first) == "første gang"
        assert change_said(asked, last) == f"+10, bedre: {worth}"


def test_where_nothing_is_published_nothing_is_called_better(cast):
    with acting(cast.ida.actor):
        measure(cast, *[4] * 11, code="VUM")
        measure(cast, *[1] * 11, code="VUM", on=TODAY + MONTH)
    page = read(cast)
    assert "2 tal: fra 4 (2. juni 2025) til 1 (2. juli 2025), 3 lavere." in page
    assert "Derfor siger vi ikke, om det er gået frem eller tilbage." in page
    assert "0 til 4, lavere er bedre" in page
    assert "Kilde til" not in page
    assert "skyggen" not in page


def test_different_words_are_flagged_and_not_joined(cast):
    with acting(cast.ida.actor):
        measure(cast, 1, 1, 1, 1, 1)
    with acting(OPERATIONS):
        import_wording(id=new_id(), content=official(), by=OPERATIONS, at=now())
    with acting(cast.ida.actor):
        measure(cast, 3, 3, 3, 3, 3, on=TODAY + MONTH)
    page = read(cast)
    assert "Spørgsmålene er stillet med forskellige ord." in page
    assert "Vores arbejdsord, udgave 1: 1 tal: 25 (2. juni 2025)." in page
    assert "De officielle ord, udgave 1: 1 tal: 75 (2. juli 2025)." in page
    assert "de officielle ord, udgave 1. Andre ord end før" in page
    assert "En firkant er et tal, der er spurgt om med andre ord end det første." in page
    with acting(cast.ida.actor):
        drawn = over_time(cast.kim.course, "", today=today()).chart.svg
    joined = [d for d in re.findall(r'<path[^>]*stroke-width="3"[^>]*>', drawn) if "L" in d]
    assert joined == []


def test_what_is_not_counted_is_told_and_not_drawn(cast):
    with acting(cast.ida.actor):
        waits = answered(cast.kim, cast.ida, 3, 2, 4, 1, 0, measured_on=TODAY)
        denied = answered(cast.kim, cast.ida, 1, 1, 1, 1, 1, measured_on=TODAY - DAY)
        say_fit(response=denied, fits=Fit.NO, version=denied.version, by=cast.ida.actor, at=now())
        few = answer(begin(cast.kim, cast.ida), cast.ida, 3, 2)
        stop_response(response=few, version=few.version, by=cast.ida.actor, at=now())
    page = read(cast)
    assert waits.counts is denied.counts is False
    assert "Ikke nok data (n = 0)." in page
    assert "1 gang var der ikke nok svar til et tal." in page
    assert "1 tal skal tales om og tæller ikke med endnu." in page
    assert "1 tal passer ikke, siger borgeren, og tæller ikke med." in page
    assert "2. juni 2025 Brief INSPIRE-O Ikke nok data – 2 af 5 besvaret –" in page
    assert "50. Skal tales om. Tæller ikke med endnu – 5 af 5 besvaret" in page


def test_two_instruments_and_two_figures_of_one_day_stand_beside_each_other(cast):
    with acting(cast.ida.actor):
        measure(cast, 3, 2, 4, 1, 0)
        measure(cast, 3, 3, 3, 3, 3)
        measure(cast, *[2] * 11, code="VUM")
        shown = over_time(cast.kim.course, "", today=today())
    assert [panel.title[0] for panel in shown.chart.panels] == [
        "Brief INSPIRE-O",
        "VUM – funktionsevne",
        "Mødt, gange om ugen",
    ]
    assert "2 tal: fra 50 (2. juni 2025) til 75 (2. juni 2025), 25 højere." in shown.told[0].text
    assert len(shown.chart.told) == 3


def test_everything_stands_in_panels_words_and_tables(cast):
    kim = let_citizen_in(cast.kim, cast.ida)
    with acting(cast.ida.actor):
        live(cast, 2)
    with acting(kim.actor):
        say_light(id=new_id(), course=cast.kim.course, colour=Light.GREEN, by=kim.actor, at=now())
    with acting(cast.ida.actor):
        shown = over_time(cast.kim.course, "hele", today=today())
    assert [panel.title[0] for panel in shown.chart.panels] == [
        "Brief INSPIRE-O",
        "VUM – funktionsevne",
        "Mødt, gange om ugen",
        "Forsøgt, gange om ugen",
        "Del af praksismodellen",
        "Det, der skete",
        "Lyset",
    ]
    assert shown.chart.summary == (
        f"Hele forløbet, 3. marts 2025 til {written_day(today())}. "
        "Målt: Brief INSPIRE-O 2 gange, VUM – funktionsevne 2 gange. Mødt 2 gange, forsøgt 2 gange."
    )
    page = read(cast)
    assert "Set af teamet 2 gange, sagt af borgeren selv 1 gang." in page
    assert "I bero 2. juni 2025 til 5. juni 2025" in page
    assert "Juni 2025 1 1 rød –" in page


def test_the_picture_keeps_to_its_period(cast):
    recent = today() - 9 * DAY
    with acting(cast.ida.actor):
        live(cast, 1)
        measure(cast, 3, 3, 3, 3, 3, on=recent)
        meet(cast, now() - 9 * DAY)
    quarter = read(cast, "?periode=kvartal")
    assert "De seneste tre måneder" in quarter
    assert f"1 tal: 75 ({written_day(recent)})." in quarter
    assert "VUM – funktionsevne 0 til 4" not in quarter
    assert "Mødt 1 gang, forsøgt 0 gange." in quarter
    assert "Uge " in quarter
    assert "2 tal: fra 50" in read(cast, "?periode=noget-andet")


def test_answers_from_before_a_start_that_was_put_right_are_still_there(cast):
    with acting(cast.ida.actor):
        measure(cast, 3, 2, 4, 1, 0, on=STARTED_ON)
        course = cast.kim.course
        course.started_on = STARTED_ON + MONTH
        shown = over_time(course, "", today=today())
    assert shown.chart.first == STARTED_ON
    assert len(shown.chart.told) == 1


def test_a_course_that_is_over_ends_on_its_last_day(cast):
    with acting(cast.ida.actor):
        measure(cast, 3, 2, 4, 1, 0)
        end_today(cast.kim, cast.ida)
        shown = over_time(cast.kim.course, "kvartal", today=today())
    assert shown.chart.last == TODAY
    assert "1 tal: 50" in shown.told[0].text
    assert "Hele forløbet" in read(cast)


def test_paper_shows_the_very_picture_of_the_page_with_its_words_and_tables(cast):
    with acting(cast.ida.actor):
        live(cast, 2)
    query = "?periode=aar"
    page = browser(cast.ida).get(url(cast, query=query))
    assert url(cast, "documents:measurements", query) in page.content.decode()
    with acting(cast.ida.actor):
        shown = over_time(cast.kim.course, "aar", today=today())
        data = document(cast.kim.course, shown.on_paper, on=today())
    assert data["svg"]
    assert data["svg"] in page.content.decode()
    found = paper(cast, query)
    text = " ".join(" ".join(one.extract_text() for one in found.pages).split())
    for told in shown.told:
        assert told.title in text
    assert found.metadata.title == "Målinger over tid – Kim"
    assert found.root_object["/MarkInfo"]["/Marked"].value is True
    assert b"pdfuaid:part" in found.root_object["/Metadata"].get_data()


def test_a_tall_picture_is_made_to_fit_its_sheet():
    tall = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 1000"/>'
    assert width_of(tall) == HIGHEST // 10
    assert width_of(tall.replace("1000", "10")) == WIDEST


def test_reading_is_noted_and_nobody_else_reads(cast):
    with acting(cast.ida.actor):
        measure(cast, 3, 2, 4, 1, 0)
    read(cast)
    paper(cast)
    with acting(cast.ida.actor):
        noted = set(Access.objects.values_list("what", flat=True))
    assert {"Målinger over tid", "Målinger over tid, på papir"} <= noted
    for name in ("measurements:over_time", "documents:measurements"):
        assert browser(cast.omar).get(url(cast, name)).status_code == 404
    with acting(cast.omar.actor):
        shown = over_time(cast.kim.course, "", today=today())
    assert shown.chart is None


@pytest.mark.parametrize("times", [1, 3])
def test_any_amount_is_shown_in_as_many_queries(cast, django_assert_num_queries, times):
    with acting(cast.ida.actor):
        live(cast, times)
    client = browser(cast.ida)
    with django_assert_num_queries(PAGE_QUERIES):
        page = client.get(url(cast))
    assert len(page.context["page"].chart.told) == 2 * times


def test_way_to_the_picture_stands_on_the_page_of_measurements(cast):
    page = browser(cast.ida).get(reverse("staff:measurements:page", args=[cast.kim.citizen.pk]))
    assert url(cast) in page.content.decode()
