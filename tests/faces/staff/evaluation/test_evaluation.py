"""Reports ordered, followed, stopped and read, by who answers for the teams and nobody else."""

import datetime as dt
import io
import json
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from hjemmebane.domain.evaluation.actions import EVALUATION, cancel_report, move_report_on
from hjemmebane.domain.evaluation.calculations.report import (
    Row,
    Section,
    Table,
    count_cell,
    hidden,
    hidden_in_words,
    nothing,
    percent_cell,
)
from hjemmebane.domain.evaluation.choices import ReportState, ReportStep
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.faces.staff.evaluation import views
from hjemmebane.faces.staff.evaluation.pages.told import section_told
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.faces.documents.test_papers import figures, is_tagged, text_of
from tests.factories.browsing import browser, element, words
from tests.factories.evaluating import AT, CHANGED, SAMPLE, begun, made, ordered

pytestmark = pytest.mark.django_db
URL, ORDER = "/teamet/evaluering/", "/teamet/evaluering/bestil/"
QUERIES, REPORT_QUERIES = 9, 8


@pytest.fixture(autouse=True)
def july(monkeypatch):
    """It is early in July 2025, when the half-year is over."""
    monkeypatch.setattr(views, "today", AT.date)
    monkeypatch.setattr(views, "now", lambda: AT)


def url_of(report, part=""):
    return f"{URL}{report.pk}/{part}"


def filled_in(cast, **changes):
    given = {
        "id": str(new_id()),
        "teams": [str(cast.team_one.pk)],
        "from_on": "2025-01",
        "until_on": "2025-06",
    }
    return {**given, **changes}


def test_manager_orders_a_report_and_is_shown_how_far_it_is(cast):
    answer = browser(cast.mette).post(ORDER, filled_in(cast), follow=True)

    told = words(answer)
    assert "Rapporten er på vej" in told
    assert "Rapporten venter på sin tur" in told
    with acting(cast.mette.actor):
        [report] = EvaluationReport.objects.all()
    assert (report.from_on, report.until_on) == (dt.date(2025, 1, 1), dt.date(2025, 6, 30))


def test_form_offers_ones_own_teams_and_months_that_are_over(cast):
    form = browser(cast.mette).get(ORDER).context["form"]

    assert [label for _, label in form.fields["teams"].choices] == ["Team et"]
    assert form.fields["from_on"].choices[0] == ("2025-06", "juni 2025")
    assert (form.initial["from_on"], form.initial["until_on"]) == ("2023-07", "2025-06")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"from_on": "2025-06", "until_on": "2025-01"}, "Byt om på de to måneder"),
        ({"teams": []}, "Vælg mindst ét team"),
        ({"until_on": "2025-07"}, "Vælg en måned på listen"),
        ({"from_on": "i går"}, "Vælg en måned på listen"),
        ({"teams": ["x"]}, "Vælg kun teams, som du leder"),
    ],
    ids=["reversed", "no team", "future", "no month", "no such team"],
)
def test_refused_order_keeps_what_was_chosen(cast, changes, sentence):
    answer = browser(cast.bo).post(ORDER, filled_in(cast, **changes))

    assert answer.status_code == 422
    assert sentence in words(answer)
    with acting(cast.bo.actor):
        assert not EvaluationReport.objects.exists()


def test_team_of_others_cannot_be_chosen(cast):
    answer = browser(cast.bo).post(ORDER, filled_in(cast, teams=[str(cast.team_two.pk)]))

    assert answer.status_code == 422
    assert "Vælg kun teams, som du leder eller koordinerer" in words(answer)


def test_steps_are_told_while_it_runs_and_asked_for_by_the_page_itself(cast):
    report = begun(cast, cast.bo)
    with acting(EVALUATION):
        move_report_on(report=report, step=ReportStep.PRACTICE, by=EVALUATION, at=AT)
    page = browser(cast.mette).get(url_of(report))
    part = browser(cast.mette).get(url_of(report), headers={"HX-Request": "true"})

    assert "Trin 3 af 5" in words(page)
    assert part.content.decode().strip().startswith('<div id="rapport"')
    assert element(part, "rapport") == element(page, "rapport")
    assert 'hx-trigger="every 1500ms"' in part.content.decode()


def test_finished_report_no_longer_asks(cast):
    report = made(cast, cast.bo)
    part = browser(cast.mette).get(url_of(report), headers={"HX-Request": "true"})

    assert "hx-trigger" not in part.content.decode()
    assert "Hvem borgerne er" in words(part)


def test_report_is_stopped(cast):
    report = begun(cast, cast.bo)
    answer = browser(cast.mette).post(url_of(report, "stop/"), follow=True)

    assert "Rapporten er stoppet" in words(answer)
    with acting(cast.bo.actor):
        assert EvaluationReport.objects.get().state == ReportState.CANCELLED


def test_finished_report_is_not_stopped(cast):
    report = made(cast, cast.bo)
    answer = browser(cast.mette).post(url_of(report, "stop/"), follow=True)

    assert "ikke noget at stoppe" in words(answer)


def test_page_tells_a_section_with_what_is_hidden_and_the_way_to_the_next(cast):
    report = made(cast, cast.bo)
    told = words(browser(cast.mette).get(url_of(report)))

    for sentence in (
        "Der er ingen kontrolgruppe.",
        "hvor der er under 5 borgere bag et tal",
        "Kvinde 7 58,3 %",
        "Mand skjult skjult",
        "Svarer til Figur G i evalueringen",
        "Næste afsnit: Hvad der har ændret sig",
    ):
        assert sentence in told, sentence


def test_sections_stand_in_the_order_of_the_report(cast):
    report, reader = made(cast, cast.bo), browser(cast.mette)
    page = reader.get(url_of(report)).context["page"]
    last = reader.get(page.after.url)

    assert [link.label for link in page.sections] == [one.title for one in SAMPLE.sections]
    assert "Brief INSPIRE-O 9 39,70 49,04 9,34" in words(last)
    assert last.context["page"].after is None


def test_what_is_hidden_is_explained_where_it_stands(cast):
    page = browser(cast.mette).get(url_of(made(cast, cast.bo)))

    assert "skjult" in element(page, "afsnit")
    assert hidden_in_words(SAMPLE.least) in element(page, "afsnit")


def test_picture_of_shares_says_percent_whatever_its_columns_are_called():
    cells = (count_cell(9), percent_cell(6, 9), percent_cell(8, 9))
    row = Row(code="progression_economy", title="Økonomi", cells=cells)
    columns = ("n (parret)", "Før", "Efter")
    positive = Table(
        code="POSITIVE", title="Positivt", columns=columns, rows=(row,), published="Figur L"
    )
    section = Section(code="RESULTS", title="Før og efter", tables=(positive, CHANGED))

    of_shares, of_points = (one.charts[0] for one in section_told(section).tables)
    assert (of_shares.unit, of_shares.highest) == (" %", 100)
    assert (of_points.unit, of_points.highest) == ("", 100)


def test_picture_says_what_it_shows_and_how_much_it_does_not():
    people, change = (section_told(one).tables[0].charts[0] for one in SAMPLE.sections)

    unseen = "1 af tabellens linjer er skjult."
    assert people.summary == f"Køn. Søjlerne viser andel. {unseen}"
    assert change.summary == f"Før og efter. Søjlerne viser før og efter. {unseen}"


def test_table_of_hidden_figures_alone_says_so(cast):
    people, *rest = SAMPLE.sections
    [table] = people.tables
    hidden_rows = tuple(replace(row, cells=(hidden(), nothing())) for row in table.rows)
    told = replace(
        SAMPLE, sections=(replace(people, tables=(replace(table, rows=hidden_rows),)), *rest)
    )
    report, other = made(cast, cast.bo, told=told), made(cast, cast.bo)

    assert "Her er alle tal skjult" in words(browser(cast.mette).get(url_of(report)))
    assert "Her er alle tal skjult" not in words(browser(cast.mette).get(url_of(other)))


def test_section_that_hides_nothing_explains_nothing():
    [people, *_] = SAMPLE.sections
    shown = [row for row in people.tables[0].rows if not any(one.suppressed for one in row.cells)]
    open_ = replace(people, tables=(replace(people.tables[0], rows=tuple(shown)),))

    assert shown
    assert section_told(people).hides
    assert not section_told(open_).hides


def test_section_is_found_by_its_code_as_the_data_spell_it(cast):
    report = made(cast, cast.bo)
    last = SAMPLE.sections[-1]
    found = browser(cast.mette).get(url_of(report), {"afsnit": last.code})

    assert found.context["page"].section.section == last


def test_section_that_is_not_there_is_not_found(cast):
    report = made(cast, cast.bo)

    assert browser(cast.mette).get(url_of(report), {"afsnit": "nej"}).status_code == 404


def in_workbook(content):
    """The numbers, and the words, of all sheets; nothing else may be there."""
    book = load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"n", "s"}
    numbers = {cell.value for cell in cells if cell.data_type == "n"}
    return numbers, {cell.value for cell in cells if cell.data_type == "s"}


def test_paper_spreadsheet_and_data_tell_the_same(cast):
    report, reader = made(cast, cast.bo), browser(cast.mette)
    paper = reader.get(url_of(report, "papir/")).content
    told = text_of(paper)

    is_tagged(paper, "Evalueringsrapport")
    assert len(figures(paper)) == 2
    for words_ in ("Kvinde", "58,3 %", "39,70", "49,04", "9,34", "skjult", "Team et"):
        assert words_ in told, words_
    numbers, texts = in_workbook(reader.get(url_of(report, "regneark/")).content)
    assert numbers == {7, 58.3, 9, 39.7, 49.04, 9.34}
    assert "skjult" in texts
    data = json.loads(reader.get(url_of(report, "data/")).content)
    assert data["hash"] == report.content_hash
    assert [one["title"] for one in data["sections"]] == [one.title for one in SAMPLE.sections]
    cells = [row["cells"] for row in data["sections"][1]["tables"][0]["rows"]]
    assert [one["value"] for one in cells[0]] == [9, 39.7, 49.04, 9.34]
    assert {one["words"] for one in cells[1]} == {"skjult"}


@pytest.mark.parametrize("part", ["papir/", "regneark/", "data/"])
def test_report_on_its_way_has_nothing_to_send(cast, part):
    assert browser(cast.mette).get(url_of(begun(cast, cast.bo), part)).status_code == 404


@pytest.mark.parametrize("who", ["ida", "omar"])
@pytest.mark.parametrize("part", ["", "papir/", "regneark/", "data/"])
def test_report_is_not_there_for_others(cast, who, part):
    report = made(cast, cast.bo)
    reader = browser(getattr(cast, who))

    assert reader.get(url_of(report, part)).status_code == 404
    assert reader.get(URL).status_code == 404


def test_list_tells_how_far_each_is(cast):
    made(cast, cast.bo)
    stopped = ordered(cast, cast.bo, from_on=dt.date(2025, 2, 1))
    with acting(cast.bo.actor):
        cancel_report(report=stopped, by=cast.bo.actor, at=AT)
    rows = browser(cast.mette).get(URL).context["page"].reports

    assert [(row.period, row.state) for row in rows] == [
        ("februar 2025 til juni 2025", "Stoppet"),
        ("januar 2025 til juni 2025", "Færdig"),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_much_for_three_as_for_one(cast, count, django_assert_num_queries):
    for month in range(1, count + 1):
        ordered(cast, cast.bo, from_on=dt.date(2025, month, 1))
    reader = browser(cast.mette)

    with django_assert_num_queries(QUERIES):
        reader.get(URL)


def test_report_asks_little(cast, django_assert_num_queries):
    report = made(cast, cast.bo)
    reader = browser(cast.mette)

    with django_assert_num_queries(REPORT_QUERIES):
        reader.get(url_of(report))
