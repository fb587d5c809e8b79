"""The board filtered, sorted and grouped, told in words; what means nothing changes nothing."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.contacts.actions import make_appointment
from hjemmebane.domain.courses.actions import choose_primary_contact, open_start_form
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.faces.staff.board.test_board import BOARD_QUERIES, URL, names
from tests.factories.boards import gather_crowd
from tests.factories.browsing import HTMX, browser, element, words
from tests.factories.cast import employ, let_join

KIM, AAGE, AASE = "Kim Krog", "Aage Holm", "Åse Lund"
UNKNOWN = "Noget i adressen findes ikke på tavlen"


@pytest.fixture
def crowd(cast):
    return gather_crowd(cast)


def shown(cast, query, **headers):
    return browser(cast.ida).get(f"{URL}?{query}", headers=headers)


def test_board_is_in_the_order_of_the_danish_alphabet(cast, crowd):
    page = browser(cast.ida).get(URL)

    assert names(page) == [KIM, AAGE, AASE]
    assert 'aria-sort="ascending"' in page.content.decode()
    assert "Viser" not in words(page)


@pytest.mark.parametrize(
    ("query", "found", "said"),
    [
        ("lys=roed", [KIM], "rødt lys"),
        ("lys=gul", [], "gult lys"),
        ("lys=ingen", [AAGE], "lyset er ikke set på"),
        ("del=bridging", [KIM], "brobygning"),
        ("del=ingen", [AAGE], "ingen del valgt"),
        ("grund=crisis", [KIM], "krise"),
        ("grund=ingen", [AAGE, AASE], "ingen grund"),
        ("kontakt=ingen", [AAGE], "ingen primær kontaktperson"),
        ("lys=roed&del=bridging", [KIM], "brobygning, rødt lys"),
        ("lys=roed&del=engagement", [], "relation og afdækning, rødt lys"),
    ],
)
def test_board_shows_some_and_says_which(cast, crowd, query, found, said):
    page = shown(cast, query)

    assert names(page) == found
    assert f"Viser {len(found)} af 3 borgere: {said}" in words(page)
    assert "Vis hele tavlen igen" in words(page)
    assert UNKNOWN not in words(page)


def test_board_shows_those_of_one_contact(cast, crowd):
    page = shown(cast, f"kontakt={cast.bo.staff_member.pk}")

    assert names(page) == [AASE]
    assert "Viser 1 af 3 borgere: kontaktperson Bo" in words(page)


def test_empty_choice_offers_the_whole_board(cast, crowd):
    page = shown(cast, "lys=gul")

    assert "Ingen borgere passer til det" in words(page)
    assert browser(cast.ida).get(page.context["page"].clear_url).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "lys=lilla",
        "del=%00",
        "kontakt=01890000-0000-7000-8000-000000000000",
        "kontakt=hovsa&lys=",
        "grund=CRISIS%27--",
        "grupper=sko",
        "sorter=udredning",
        "sorter=" + "x" * 5000,
        "grupper=%F0%28%8C%BC",
    ],
)
def test_what_means_nothing_is_told_and_left_out(cast, crowd, query):
    page = shown(cast, query)

    assert page.status_code == 200
    assert names(page) == [KIM, AAGE, AASE]
    assert UNKNOWN in words(page)


@pytest.mark.parametrize("query", ["", "lys=&grupper=&sorter=", "skostr=42"])
def test_what_asks_for_nothing_is_no_mistake(cast, crowd, query):
    assert UNKNOWN not in words(shown(cast, query))


@pytest.mark.parametrize(
    ("slug", "order", "aria"),
    [
        ("lys", [KIM, AASE, AAGE], "descending"),
        ("moedt", [AAGE, AASE, KIM], "ascending"),
        ("aftale", [AASE, KIM, AAGE], "ascending"),
        ("del", [AASE, KIM, AAGE], "ascending"),
        ("kontakt", [AASE, KIM, AAGE], "ascending"),
        ("grund", [KIM, AAGE, AASE], "ascending"),
    ],
)
def test_board_is_sorted_by_what_matters(cast, crowd, slug, order, aria):
    with acting(cast.ida.actor):
        make_appointment(
            id=new_id(),
            course=crowd.aase.course,
            what="Gåtur",
            starts_at=now().replace(year=now().year + 1),
            ends_at=None,
            place=Place.OUTDOORS,
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=now(),
        )

    page = shown(cast, f"sorter={slug}")

    assert names(page) == order
    sorted_by = [heading for heading in page.context["page"].headings if heading.aria]
    assert [heading.aria for heading in sorted_by] == [aria]
    assert page.content.decode().count("aria-sort") == 1


def headings(page):
    return [(one.heading, [row.name for row in one.rows]) for one in page.context["page"].groups]


def test_contacts_are_in_the_order_of_the_danish_alphabet(cast, crowd):
    with acting(OPERATIONS):
        aage = employ("Aage", "Peer")
        let_join(cast.team_one, aage, CoreFunction.HEALTH)
    with acting(cast.ida.actor):
        choose_primary_contact(
            id=new_id(),
            course=crowd.aage.course,
            staff_member=aage.staff_member,
            chosen_by_citizen=True,
            by=cast.ida.actor,
            at=now(),
        )

    page = shown(cast, "grupper=kontakt")

    assert headings(page) == [("Bo", [AASE]), ("Ida", [KIM]), ("Aage", [AAGE])]


@pytest.mark.parametrize(
    ("slug", "groups"),
    [
        ("lys", [("Rødt lys", [KIM]), ("Grønt lys", [AASE]), ("Lyset er ikke set på", [AAGE])]),
        (
            "del",
            [
                ("Relation og afdækning", [AASE]),
                ("Brobygning", [KIM]),
                ("Ingen del valgt", [AAGE]),
            ],
        ),
        ("kontakt", [("Bo", [AASE]), ("Ida", [KIM]), ("Ingen primær kontaktperson", [AAGE])]),
        ("grund", [("Krise", [KIM]), ("Ingen grund", [AAGE, AASE])]),
    ],
)
def test_groups_have_headings_and_counts(cast, crowd, slug, groups):
    page = shown(cast, f"grupper={slug}")

    assert headings(page) == groups
    heading, members = groups[-1]
    counted = "1 borger" if len(members) == 1 else f"{len(members)} borgere"
    assert f"{heading} {counted}" in words(page)
    assert page.content.decode().count('scope="rowgroup"') == len(groups)


def test_groups_are_filtered_and_sorted_too(cast, crowd):
    page = shown(cast, "grupper=grund&sorter=moedt&kontakt=ingen")

    assert headings(page) == [("Ingen grund", [AAGE])]
    assert "Grupperet efter grund Sorteret efter sidst mødt" in words(page)


def test_choices_stand_in_the_address_and_keep_each_other(cast, crowd):
    page = shown(cast, "lys=roed&grupper=del&sorter=moedt").context["page"]

    team = f"team={cast.team_one.pk}"
    assert page.address == f"{URL}?{team}&lys=roed&grupper=del&sorter=moedt"
    assert page.clear_url == f"{URL}?{team}"
    assert [h.url for h in page.headings if h.label == "Lys"] == [
        f"{URL}?{team}&lys=roed&grupper=del&sorter=lys"
    ]


def test_choice_that_is_made_stays_when_it_shows_nobody(cast, crowd):
    page = shown(cast, "lys=gul").context["page"]
    (light,) = [pick for pick in page.picks if pick.name == "lys"]

    assert light.chosen == "gul"
    assert ("gul", "Gult lys (0)") in light.options


def test_each_choice_says_how_many_it_would_show(cast, crowd):
    (light,) = [
        pick for pick in browser(cast.ida).get(URL).context["page"].picks if pick.name == "lys"
    ]

    assert light.options == [
        ("", "Alle"),
        ("roed", "Rødt lys (1)"),
        ("groen", "Grønt lys (1)"),
        ("ingen", "Lyset er ikke set på (1)"),
    ]


@pytest.mark.parametrize(
    ("said", "found"),
    [("åse", [AASE]), ("HOLM aa", [AAGE]), ("k", [KIM]), ("o", [KIM, AAGE]), ("xyz", [])],
)
def test_name_is_sought_in_the_body(cast, crowd, said, found):
    page = browser(cast.ida).post(URL, {"words": said})

    assert names(page) == found
    assert f"Viser {len(found)} af 3 borgere: navnet passer til “{said}”" in words(page)
    assert said not in page.context["page"].address


def test_name_is_sought_among_those_chosen(cast, crowd):
    page = browser(cast.ida).post(f"{URL}?lys=roed", {"words": "k"})

    assert names(page) == [KIM]
    assert "navnet passer til “k”, rødt lys" in words(page)


def test_markup_in_a_name_stays_text(cast, crowd):
    page = browser(cast.ida).post(URL, {"words": "<b>Kim"})

    assert escape("<b>Kim") in page.content.decode()
    assert "<b>Kim" not in page.content.decode()


@pytest.mark.parametrize("said", ["", "x" * 500, "a\x00b"])
def test_name_that_cannot_be_sought_shows_everybody_and_says_why(cast, crowd, said):
    page = browser(cast.ida).post(URL, {"words": said})

    assert page.status_code == 422
    assert names(page) == [KIM, AAGE, AASE]


def test_region_is_the_one_of_the_whole_page(cast, crowd):
    query = "lys=roed&grupper=del"
    part, whole = shown(cast, query, **HTMX), shown(cast, query)

    assert "<html" not in part.content.decode()
    assert part["HX-Push-Url"] == whole.context["page"].address
    [region] = [element(one, "tavlens-valg") for one in (whole,)]
    assert region.name == "details"
    assert element(part, "tavle").children[1:] == element(whole, "tavle").children[1:]


def test_only_who_is_shown_was_read(cast, crowd):
    with acting(cast.ida.actor):
        open_start_form(id=new_id(), course=crowd.aage.course, by=cast.ida.actor, at=now())

    page = shown(cast, "lys=roed")

    assert AAGE not in page.content.decode()
    with acting(cast.ida.actor):
        assert list(Access.objects.values_list("citizen_id", flat=True)) == [crowd.kim.citizen.pk]


def test_reason_stands_with_its_note_and_its_day(cast, crowd):
    read = words(browser(cast.ida).get(URL))

    assert "Krise Sover på gaden Ses på igen" in read


@pytest.mark.parametrize("query", ["lys=roed", "grupper=kontakt&sorter=moedt"])
def test_arranging_asks_no_more(cast, crowd, django_assert_max_num_queries, query):
    client = browser(cast.ida)

    with django_assert_max_num_queries(BOARD_QUERIES):
        client.get(f"{reverse('staff:board:page')}?{query}")
