"""Omkostninger: typed in, worked out, set beside what is, and two beside each other."""

from decimal import Decimal

import pytest

from hjemmebane.domain.economics.calculations.costing import Amount, Post
from hjemmebane.domain.economics.models import SavedCosting
from hjemmebane.domain.economics.queries import as_costing, costing
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import NOW
from tests.factories.economics import a_costing, keep_costing

pytestmark = pytest.mark.django_db
URL, NEW, COMPARE = "/oekonomi/", "/oekonomi/ny/", "/oekonomi/sammenlign/"
NBSP = "\N{NO-BREAK SPACE}"
LIST_QUERIES, PAGE_QUERIES = 9, 11


def typed(**changes):
    """A form as a person fills it in, with Danish commas and an empty line."""
    return {
        "id": str(new_id()),
        "title": "Team Vest",
        "team": "",
        "places": "10",
        "price_year": "2022",
        "source": "Budgettet",
        "overhead": "12,5",
        "weeks": "52",
        "hours_a_year": "1.924",
        "rounding": "NONE",
        "staff-0-title": "Bostøtte",
        "staff-0-people": "2",
        "staff-0-hours": "18,5",
        "staff-0-monthly_pay": "19.240,50",
        "staff-1-title": "",
        "staff-1-people": "",
        "staff-2-title": "Sygeplejerske",
        "staff-2-profession": "NURSE",
        "staff-2-hours": "27",
        "staff-2-coordination_hours": "7",
        "other-0-what": "Kørsel",
        "other-0-kroner": "25.000",
        "start_up-0-what": "",
        "start_up-0-kroner": "",
        "avoided-0-what": "Herberg",
        "avoided-0-kroner": "90000",
        **changes,
    }


def send(reader, url=NEW, **changes):
    return browser(reader).post(url, typed(**changes))


def stored(cast):
    with acting(cast.mette.actor):
        return [as_costing(one) for one in SavedCosting.objects.all()]


def test_typed_costing_is_kept_and_shown(cast):
    answer = send(cast.mette)

    (kept,) = stored(cast)
    assert answer.status_code == 302
    assert (kept.overhead, kept.hours_a_year) == (Decimal("0.125"), Decimal(1924))
    assert [(one.title, one.people, one.hours) for one in kept.staff] == [
        ("Bostøtte", 2, Decimal("18.5")),
        ("Sygeplejerske", 1, Decimal(27)),
    ]
    assert kept.staff[0].monthly_pay == Decimal("19240.50")
    assert (kept.other[0].kroner, kept.start_up) == (Decimal(25000), ())
    shown = words(browser(cast.bo).get(answer["Location"]))
    assert "KRL, juni 2022" in shown
    assert "Ikke trukket fra." in shown


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"staff-0-hours": "-5"}, "staff-0-hours", "Må ikke være under 0."),
        ({"staff-0-hours": "200"}, "staff-0-hours", "Må ikke være over 168."),
        ({"staff-2-coordination_hours": "30"}, "staff-2-title", "koordinering end timer i alt"),
        ({"overhead": "200"}, "overhead", "Skriv et tal fra 0 til 100."),
        ({"places": "0"}, "places", "Skal være større end 0."),
        ({"places": ""}, "places", "Skriv et tal"),
        ({"staff-2-profession": ""}, "staff-2-monthly_pay", "Vi kender ikke lønnen."),
        ({"staff-2-profession": "WIZARD"}, "staff-2-profession", "Valget findes ikke længere."),
        ({"staff-2-hours": ""}, "staff-2-hours", "Mangler. Skriv det, eller tøm hele linjen."),
        ({"staff-2-title": ""}, "staff-2-title", "Mangler."),
        ({"staff-0-people": "0"}, "staff-0-people", "Må ikke være under 1."),
        ({"staff-0-hours": "mange"}, "staff-0-hours", "Skriv et tal – for eksempel 12,5."),
        ({"other-0-kroner": "-1"}, "other-0-kroner", "Må ikke være under 0."),
        ({"other-0-kroner": ""}, "other-0-kroner", "Mangler."),
        ({"price_year": "22"}, "price_year", "Må ikke være under 1990."),
        ({"title": "Kim 070761-4285"}, None, "ligner et CPR-nummer"),
        ({"title": ""}, "title", "Skriv et navn"),
        ({"title": "x" * 10_000}, "title", "300"),
        ({"known_total": "100"}, None, "enten medarbejdere"),
    ],
    ids=str,
)
def test_bad_input_is_told_beside_its_field_and_kept(cast, changes, field, said):
    answer = send(cast.mette, **changes)

    form = answer.context["form"]
    told = form.errors[field] if field else form.non_field_errors()
    assert answer.status_code == 422
    assert said in " ".join(told)
    assert form["staff-0-title"].value() == "Bostøtte"
    assert stored(cast) == []


def test_no_staff_at_all_is_told(cast):
    nothing = {name: "" for name in typed() if name.startswith("staff-")}

    answer = send(cast.mette, **nothing)

    assert answer.status_code == 422
    assert "enten medarbejdere" in words(answer)


def test_more_lines_keep_what_was_typed_and_save_nothing(cast):
    answer = send(cast.mette, flere="staff", places="mange")

    form = answer.context["form"]
    assert answer.status_code == 200
    assert len(form.staff_lines) == 6
    assert form["places"].value() == "mange"
    assert not form.is_bound
    assert stored(cast) == []


def test_new_one_begins_with_the_teams_hours_and_names_nobody(cast):
    answer = browser(cast.mette).get(NEW, {"team": cast.team_one.pk})
    form, shown = answer.context["form"], words(answer)

    assert form["team"].value() == str(cast.team_one.pk)
    assert form["places"].value() == 1
    assert form["staff-0-title"].value()
    assert form["staff-0-hours"].value() == "37"
    assert [name for name in ("Ida", "Kim", "Krog") if name in shown.split("Medarbejdere")[1]] == []


def test_line_that_lacks_a_pay_is_named_and_led_to(cast):
    answer = browser(cast.mette).get(NEW, {"team": cast.team_one.pk})
    form, shown = answer.context["form"], answer.content.decode()
    [line] = [n for n in range(2) if form[f"staff-{n}-profession"].value() in {None, ""}][:1]
    title = form[f"staff-{line}-title"].value()

    pay = form[f"staff-{line}-monthly_pay"].id_for_label
    assert f'<a href="#{pay}">Stilling {line + 1}: {title}</a>' in shown
    assert f'id="{pay}"' in shown


def test_copy_begins_with_the_others_figures(cast):
    saved = keep_costing(cast, cast.mette)

    form = browser(cast.bo).get(NEW, {"kopi": saved.pk}).context["form"]

    assert form["title"].value() == "Team Vest, kopi"
    assert form["staff-1-coordination_hours"].value() == "7"


def test_edited_costing_is_changed_and_a_stale_one_shows_both(cast):
    saved = keep_costing(cast, cast.mette)
    url = f"{URL}{saved.pk}/ret/"
    assert browser(cast.mette).get(url).context["form"]["overhead"].value() == "20"

    first = send(cast.mette, url, version="1", title="Vest 2027")
    second = send(cast.bo, url, version="1", title="Vest 2028")

    assert (first.status_code, second.status_code) == (302, 409)
    assert "Vest 2027" in words(second)
    with acting(cast.mette.actor):
        assert costing(saved.pk).title == "Vest 2027"


def test_every_figure_unfolds_into_its_calculation(cast):
    known = a_costing(
        staff=(Post(title="Bostøtte", hours=Decimal(37), monthly_pay=Decimal(38906)),),
        places=Decimal(5),
        other=(),
        count_avoided=True,
    )
    saved = keep_costing(cast, cast.mette, known)

    page = browser(cast.mette).get(f"{URL}{saved.pk}/").context["page"]

    # 37 x 52 = 1,924: a year of pay, and a fifth on top; less 90,000 spared.
    assert [one.value for one in page.figures] == [
        "470.246,40",
        "94.049,28",
        "470.246,40",
        "5",
    ]
    assert [one.steps[-1] for one in page.figures] == [
        (
            f"Løn med overhead 560.246,40{NBSP}kr. + andet 0{NBSP}kr. − sparet 90.000{NBSP}kr."
            f" = 470.246,40{NBSP}kr."
        ),
        f"470.246,40{NBSP}kr. / 5 pladser = 94.049,28{NBSP}kr.",
        f"470.246,40{NBSP}kr. × 37 / 37 timer = 470.246,40{NBSP}kr.",
        "5 pladser × 37 timer / 37 timer med borgerne = 5",
    ]
    assert page.posts[0].calculation.endswith(f"= 560.246,40{NBSP}kr.")
    assert [group.title for group in page.amounts] == [
        "Opstart, én gang",
        "Sparede udgifter om året",
    ]
    assert page.amounts[1].note == "Trukket fra i alt."


def test_calculation_is_told_with_all_that_was_typed(cast):
    precise = {"weeks": Decimal("52.18"), "overhead": Decimal("0.12345")}
    saved = keep_costing(cast, cast.mette, a_costing(**precise))

    page = browser(cast.mette).get(f"{URL}{saved.pk}/").context["page"]

    assert page.posts[0].calculation.startswith(
        f"10 timer × 52,18 uger × 19.240{NBSP}kr. × 12 / 1.924 timer × 1,12345 ="
    )


def test_report_rounding_is_told_in_hundreds_and_thousands(cast):
    saved = keep_costing(cast, cast.mette, a_costing(rounding="REPORT", avoided=(), other=()))

    page = browser(cast.mette).get(f"{URL}{saved.pk}/").context["page"]

    # 10 hours at 120 kr. and 27 at the nurse's, with a fifth on top, for 52 weeks: 494,416.49.
    assert [one.value for one in page.figures[:3]] == ["494.400", "49.400", "494.400"]
    assert page.figures[1].steps == [
        f"494.416{NBSP}kr. / 10 pladser = 49.442{NBSP}kr.",
        f"Rundet af til hele hundreder: 49.400{NBSP}kr.",
    ]
    assert all(cell[1].split(NBSP)[0].endswith("000") for cell in page.tables[0].rows)


def test_what_was_typed_is_shown_as_it_was_typed(cast):
    posts = (Post(title="Peer", hours=Decimal(37), monthly_pay=Decimal("19240.5")),)
    spent = (Amount(what="Kørsel", kroner=Decimal("999.95")), Amount(what="It", kroner=Decimal(5)))
    kept = a_costing(staff=posts, other=spent, rounding="REPORT")
    saved = keep_costing(cast, cast.mette, kept)

    page = browser(cast.mette).get(f"{URL}{saved.pk}/").context["page"]

    assert page.posts[0].monthly == f"19.240,50{NBSP}kr."
    assert [amount for _, amount in page.amounts[0].rows] == [f"999,95{NBSP}kr.", f"5{NBSP}kr."]
    assert page.amounts[0].total == f"1.004,95{NBSP}kr."


def test_sum_alone_says_that_there_are_no_hours_to_divide_by(cast):
    known = a_costing(staff=(), known_total=Decimal(1356900))
    saved = keep_costing(cast, cast.mette, known)

    page = browser(cast.mette).get(f"{URL}{saved.pk}/").context["page"]

    assert [one.value for one in page.figures[2:]] == ["–", "–"]
    assert all("ingen timer" in one.steps[0] for one in page.figures[2:])


def test_planned_stands_beside_today(cast):
    saved = keep_costing(cast, cast.mette, team=cast.team_one)

    now = browser(cast.mette).get(f"{URL}{saved.pk}/").context["page"].now

    rows = {label: told for label, *told in now.rows}
    assert rows["Borgere (pladser)"] == ["10", "1", "\N{MINUS SIGN}9"]
    assert rows["Timer om ugen"][0] == "37"
    assert rows["Timer om ugen"][1:] == ["74", "+37"]


def test_tornado_and_table_say_the_same(cast):
    saved = keep_costing(cast, cast.mette)

    page = browser(cast.mette).get(f"{URL}{saved.pk}/").context["page"]

    widths = [one.high - one.low for one in page.tornado.spans]
    assert widths == sorted(widths, reverse=True)
    assert len(page.tornado.told) == len(page.tables) == 5
    for one, row in zip(page.tornado.spans, page.tornado.told, strict=True):
        assert {one.left, one.right} == {cell.split(" ved ")[0] for cell in row[1:]}


def test_day_it_was_saved_is_the_danish_one(cast):
    saved = keep_costing(cast, cast.mette, at=NOW.replace(hour=22, minute=30))
    client = browser(cast.mette)

    assert client.get(URL).context["page"].rows[0].saved_on == "3. juni 2025"
    assert "Gemt 3. juni 2025" in client.get(f"{URL}{saved.pk}/").context["page"].meta


def test_as_many_places_as_may_be_typed_are_shown_too(cast):
    saved = keep_costing(cast, cast.mette, a_costing(places=Decimal(100_000)))

    page = browser(cast.mette).get(f"{URL}{saved.pk}/").context["page"]

    assert page.tables[-2].rows[-1][0] == "120.000"


def test_two_stand_beside_each_other(cast):
    one = keep_costing(cast, cast.mette)
    other = keep_costing(cast, cast.bo, a_costing(title="2027", places=Decimal(20)))

    page = browser(cast.mette).get(COMPARE, {"a": one.pk, "b": other.pk}).context["page"]

    assert page.titles == ["Team Vest", "2027"]
    assert page.rows[1] == ("Borgere (pladser)", "10", "20", "+10")
    assert page.note == ""


def test_what_prices_of_two_years_differ_by_is_told(cast):
    one = keep_costing(cast, cast.mette)
    other = keep_costing(cast, cast.bo, a_costing(title="2023", price_year=2023))
    shown = browser(cast.mette).get(COMPARE, {"a": one.pk, "b": other.pk})

    assert "i priser fra hvert sit år og er ikke regnet om" in words(shown)


@pytest.mark.parametrize("query", [{"a": str(new_id()), "b": ""}, {"a": "vrøvl", "b": "vrøvl"}])
def test_unknown_costing_is_not_compared(cast, query):
    assert browser(cast.mette).get(COMPARE, query).status_code == 404


@pytest.mark.parametrize("path", ["", "ny/", "sammenlign/"])
@pytest.mark.parametrize("who", ["ida", "omar"])
def test_there_is_nothing_here_for_others(cast, who, path):
    saved = keep_costing(cast, cast.mette)
    client = browser(getattr(cast, who))

    assert client.get(f"{URL}{path}").status_code == 404
    assert client.get(f"{URL}{saved.pk}/").status_code == 404
    assert client.post(NEW, typed()).status_code == 404


def test_copy_of_what_is_not_there(cast):
    assert browser(cast.mette).get(NEW, {"kopi": "vrøvl"}).status_code == 404
    assert browser(cast.mette).get(NEW, {"kopi": new_id()}).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_many_queries_for_many(cast, django_assert_num_queries, count):
    for _ in range(count):
        keep_costing(cast, cast.mette)
    client = browser(cast.mette)

    with django_assert_num_queries(LIST_QUERIES):
        client.get(URL)


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_many_queries_for_many(cast, django_assert_num_queries, count):
    staff = tuple(
        Post(title=f"Bostøtte {n}", hours=Decimal(10), monthly_pay=Decimal(30000))
        for n in range(count)
    )
    saved = keep_costing(cast, cast.mette, a_costing(staff=staff), team=cast.team_one)
    client = browser(cast.mette)

    with django_assert_num_queries(PAGE_QUERIES):
        client.get(f"{URL}{saved.pk}/")
