"""DACTS: what is said of each item, who gets to read it, and the rows for a spreadsheet."""

import csv
import io
from fractions import Fraction

import pytest

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.fidelity.actions import keep_dacts, rate_dacts_item
from hjemmebane.domain.fidelity.calculations.dacts import level
from hjemmebane.domain.fidelity.choices import DactsAverage, DactsRefusal
from hjemmebane.domain.fidelity.models import DactsRating, DactsSheet
from hjemmebane.domain.method.queries import dacts
from hjemmebane.domain.practice.actions import move_team
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.fidelity.pages.dacts import OF_FEW, in_figures, limits_in_words
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import start_case

URL = "/teamet/dacts/"
CSV = "/teamet/dacts/regneark/"
KEEP = "/teamet/dacts/gem/"
QUERIES = 15


def shown(reader, **query):
    return browser(reader).get(URL, query).context["page"]


def rows(page):
    return {row.item.code: row for row in page.rows}


def rate(cast, item="O1", **changes):
    said = {"level": 3, "note": "Vi har kriterier", "rated_on": today(), **changes}
    with acting(cast.ida.actor):
        return rate_dacts_item(
            id=new_id(), team=cast.team_one, item=item, **said, by=cast.ida.actor, at=now()
        )


def keep(cast):
    with acting(cast.ida.actor):
        return keep_dacts(
            id=new_id(),
            team=cast.team_one,
            average=DactsAverage.MEDIAN,
            by=cast.ida.actor,
            at=now(),
        )


def table(reader, **query):
    answer = browser(reader).get(CSV, query)
    text = answer.content.decode("utf-8-sig")
    return answer, list(csv.reader(io.StringIO(text), delimiter=";"))


def test_what_is_computed_stands_apart_from_what_is_judged(cast):
    rate(cast)

    found = rows(shown(cast.ida))

    assert len(found) == 28
    assert (found["H1"].how, found["H1"].url) == ("Regnet ud", "")
    assert (found["O1"].how, found["O1"].level) == ("Vurderes af teamet", "Niveau 3 af 5")
    assert found["O1"].url == f"/teamet/dacts/o1/?team={cast.team_one.pk}"
    assert (found["S3"].level, found["S3"].tone) == ("Ikke vurderet endnu", "")
    assert (found["O4"].level, found["O4"].url) == ("Ikke relevant (M-ACT)", "")
    assert found["H3"].exception.startswith("Over niveau 4: ikke relevant (M-ACT). ")


def test_too_few_are_said_so_and_never_as_a_number(cast):
    found = rows(shown(cast.ida))

    assert (found["S4"].figure, found["S4"].number, found["S4"].tone) == ("", "", "")
    assert found["S4"].level.startswith("Ikke nok data (n = ")
    assert found["S4"].basis.startswith("4 hele uger til og med ")
    assert "Ikke nok data (n = " in words(browser(cast.ida).get(URL))


def test_bands_are_named_only_for_all_28(cast):
    page = shown(cast.ida)

    assert "når alle 28 punkter har et niveau" in page.band
    assert ("Relevante punkter", "24 af 28") in page.sums


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [
        ("H2", Fraction(8999, 100), "89,9"),
        ("H1", Fraction(1091, 100), "10,9"),
        ("H1", Fraction(1071, 100), "10,8"),
        ("H5", Fraction(8001, 100), "80,1"),
        ("H5", Fraction(80), "80"),
        ("H1", Fraction(12), "12"),
        ("H8", Fraction(1999, 1000), "1,9"),
        ("H4", Fraction(1, 200), "0"),
    ],
)
def test_figure_is_rounded_towards_the_worse_and_into_no_other_level(code, value, expected):
    assert in_figures(value, dacts().item(code)) == expected


@pytest.mark.parametrize("item", [one for one in dacts().items if one.formula])
@pytest.mark.parametrize("beside", [Fraction(-1, 1000), Fraction(0), Fraction(1, 1000)])
def test_figure_shown_is_in_the_band_of_its_level(item, beside):
    for limit in item.thresholds:
        value = Fraction(limit) + beside
        shown_as = Fraction(in_figures(value, item).replace(",", "."))
        assert level(shown_as, item) == level(value, item), (limit, beside)


def test_limits_are_said_from_the_worst_or_the_best():
    assert limits_in_words(dacts().item("S4")) == (
        "2 fra 15, 3 fra 50, 4 fra 85 og 5 fra 120 minutter om ugen"
    )
    assert limits_in_words(dacts().item("H5")) == (
        "4 fra 20, 3 fra 40, 2 fra 60 og 1 over 80 % af pladserne"
    )


def test_item_is_judged_on_its_own_page(cast):
    page = browser(cast.ida)
    form = page.get("/teamet/dacts/o1/")
    assert "Teamet opsøger selv sin målgruppe" in words(form)
    sent = {
        "id": str(new_id()),
        "level": "4",
        "note": "Vi holder dem",
        "rated_on": today().isoformat(),
    }

    answer = page.post("/teamet/dacts/o1/", sent)

    assert answer.url == f"/teamet/dacts/?team={cast.team_one.pk}#dacts-o1"
    with acting(cast.ida.actor):
        assert [(one.level, one.note) for one in DactsRating.objects.all()] == [
            (4, "Vi holder dem")
        ]
    assert page.post("/teamet/dacts/o1/", sent).status_code == 302
    with acting(cast.ida.actor):
        assert DactsRating.objects.count() == 1


@pytest.mark.parametrize("level", ["0", "6", "", "fem"])
def test_level_that_is_none_is_told_and_the_note_kept(cast, level):
    sent = {
        "id": str(new_id()),
        "level": level,
        "note": "Vi ved det ikke",
        "rated_on": "2026-01-02",
    }

    answer = browser(cast.ida).post("/teamet/dacts/o1/", sent)

    assert answer.status_code == 422
    assert DactsRefusal.LEVEL.label in words(answer)
    assert "Vi ved det ikke" in words(answer)


@pytest.mark.parametrize("code", ["h1", "o4", "x9"])
def test_no_form_for_what_is_computed_not_relevant_or_none(cast, code):
    assert browser(cast.ida).get(f"/teamet/dacts/{code}/").status_code == 404


def test_manager_sees_what_the_team_has_kept_and_nothing_else(cast):
    reader = browser(cast.mette)
    assert "har ikke gemt et skema endnu" in words(reader.get(URL))
    assert reader.get(CSV).content.decode("utf-8-sig").splitlines()[0].startswith("DACTS;")
    rate(cast, level=5)
    keep(cast)

    page = shown(cast.mette)

    assert (page.is_kept, rows(page)["O1"].level, rows(page)["O1"].url) == (
        True,
        "Niveau 5 af 5",
        "",
    )
    few = rows(page)["O5"]
    assert (few.level, few.count, few.missing, few.basis) == (OF_FEW, "", "", "")
    assert "Kim" not in words(browser(cast.mette).get(URL))
    for path in (KEEP, "/teamet/dacts/o1/"):
        assert reader.get(path).status_code == 404


def test_sheet_of_a_team_that_has_moved_names_its_former_method(cast):
    sheet = keep(cast)
    with acting(cast.bo.actor):
        team = Team.objects.get(pk=cast.team_one.pk)
        move_team(team=team, to="act", version=team.version, by=cast.bo.actor, at=now())

    assert rows(shown(cast.ida, skema=sheet.pk))["O4"].level == "Ikke relevant (M-ACT)"


def test_sheet_is_kept_on_its_own_page_and_can_be_read_again(cast):
    page = browser(cast.ida)
    sent = {"id": str(new_id()), "average": "MEAN"}

    assert page.post(KEEP, sent).status_code == 302

    with acting(cast.ida.actor):
        [sheet] = DactsSheet.objects.all()
    assert sheet.average == "MEAN"
    kept = shown(cast.ida, skema=sheet.pk)
    assert (kept.is_kept, kept.averages) == (True, ())
    assert [one.current for one in kept.sheets] == [True]


def test_other_teams_sheet_does_not_exist(cast):
    sheet = keep(cast)

    assert browser(cast.omar).get(URL, {"skema": sheet.pk}).status_code == 404
    assert browser(cast.omar).get(URL, {"team": cast.team_one.pk}).status_code == 404
    assert browser(cast.ida).get(URL, {"skema": "snart"}).status_code == 404


def test_rows_for_a_spreadsheet(cast):
    rate(cast, note='=HYPERLINK("x")', level=2)

    answer, found = table(cast.ida)

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    by_code = {row[0]: row for row in found}
    assert len([code for code in by_code if code in {item.code for item in dacts().items}]) == 28
    assert by_code["O1"][2:4] == ["Vurderes af teamet", "Niveau 2 af 5"]
    assert by_code["O1"][11] == '\'=HYPERLINK("x")'
    assert by_code["H1"][6:8] == ["1", "0"]
    assert by_code["O4"][2] == "Ikke relevant (M-ACT)"


def test_mean_can_be_chosen(cast):
    page = shown(cast.ida, tal="MEAN")

    assert [(link.label, link.current) for link in page.averages] == [
        ("Den midterste borger", False),
        ("Gennemsnittet", True),
    ]
    assert [link.current for link in shown(cast.ida, tal="MODE").averages] == [True, False]


def test_way_there_is_on_the_team_page(cast):
    for reader in (cast.ida, cast.mette):
        assert URL in browser(reader).get("/teamet/").content.decode()


@pytest.mark.parametrize("others", [0, 2])
def test_number_of_queries_does_not_grow(cast, django_assert_num_queries, others):
    with acting(cast.ida.actor):
        for name in ("Ask", "Bea")[:others]:
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name))
    for number in range(1 + others):
        rate(cast, level=1 + number)
        keep(cast)
    reader = browser(cast.ida)

    with django_assert_num_queries(QUERIES):
        answer = reader.get(URL)

    assert len(answer.context["page"].sheets) == 1 + others
