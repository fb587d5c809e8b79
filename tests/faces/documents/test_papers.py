"""The papers about a course's people and way: tagged, Danish, and nothing that is not theirs."""

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.courses.actions import begin_ending, choose_primary_contact
from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.plans.actions import reach_sub_goal
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.domain.teams.actions import introduce_oneself, show_portrait
from hjemmebane.faces.documents.path_document import path_pdf
from hjemmebane.faces.documents.path_picture import MOST_STOPS, WIDTH, Stop, chosen, picture
from hjemmebane.faces.documents.sheet_document import sheet_pdf
from hjemmebane.faces.documents.team_document import our_team_pdf, team_pdf
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW
from tests.factories.courses import ENDING
from tests.factories.pictures import photograph
from tests.factories.plans import TODAY, begin_course


def read(pdf):
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


def is_tagged(pdf, title):
    document = read(pdf)
    assert document.root_object["/MarkInfo"]["/Marked"].value is True
    assert document.root_object["/Lang"] == "da"
    assert document.metadata.title == title
    assert b"pdfuaid:part" in document.root_object["/Metadata"].get_data()


def structure(pdf):
    """Every element of the structure tree."""
    waiting, found = [read(pdf).root_object["/StructTreeRoot"]["/K"]], []
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            found.append(node)
            if "/K" in node:
                waiting.append(node["/K"])
    return found


def figures(pdf):
    """What each picture says to those who cannot see it."""
    return [node["/Alt"] for node in structure(pdf) if node.get("/S") == "/Figure"]


@pytest.fixture
def lived(as_ida):
    """Kim has met the team, reached a step, and is on the way out."""
    who = {"by": as_ida.ida.actor, "at": NOW}
    kim = as_ida.kim
    log_contact(
        id=new_id(),
        course=kim.course,
        details=ContactDetails(started_at=NOW, note="Hemmeligt notat"),
        staff=[as_ida.ida.staff_member],
        sub_goals={},
        **who,
    )
    place_course(
        id=new_id(),
        course=kim.course,
        part="BRIDGING",
        reason="Hemmelig grund",
        from_on=TODAY,
        **who,
    )
    reach_sub_goal(sub_goal=kim.first_step, on=TODAY, version=kim.first_step.version, **who)
    begin_ending(
        id=new_id(),
        course=kim.course,
        values={
            **ENDING,
            "explanation": "Hemmelig uddybning",
            "own_needs": "En at ringe til",
            "results_to_keep": "Ringer selv til lægen",
            "next_provider": as_ida.job_centre,
            "next_contact": "Lise",
        },
        staff=[as_ida.ida.staff_member],
        **who,
    )
    return as_ida


def test_path_shows_what_is_the_citizens_own_and_nothing_else(lived):
    pdf = path_pdf(lived.kim.course, at=NOW)

    is_tagged(pdf, "Min vej – Kim")
    printed = text_of(pdf)
    for told in (
        lived.kim.wish.text,
        lived.kim.first_step.text,
        "skridt nået 2. juni 2025",
        "siden har vi mødtes én gang",
        "Ringer selv til lægen",
        "En at ringe til",
        "Jobcenter Aabenby tager over. Du kan spørge efter Lise.",
        "Vi er her stadig lidt endnu:",
    ):
        assert told in printed
    for hidden in ("Hemmelig", "Brobyg", "praksismodel", lived.kim.second_step.text):
        assert hidden not in printed


def test_picture_of_the_path_is_told_in_words(lived):
    pdf = path_pdf(lived.kim.course, at=NOW)

    assert figures(pdf) == [
        "En snoet vej med 1 skridt, fra 2. juni 2025 (" + lived.kim.first_step.text + ") til"
        " 2. juni 2025 (" + lived.kim.first_step.text + ")."
    ]


def test_path_that_has_just_begun_prints(as_ida):
    pdf = path_pdf(as_ida.kim.course, at=NOW)
    is_tagged(pdf, "Min vej – Kim")
    assert "Vi begyndte 3. marts 2025." in text_of(pdf)
    assert "Vi er lige begyndt" not in text_of(pdf)  # there is a wish


def test_path_with_nothing_on_it_yet_says_what_comes(as_ida):
    new = begin_course(as_ida)

    assert "Vi er lige begyndt. Her kommer det, du ønsker dig" in text_of(path_pdf(new, at=NOW))


@pytest.mark.parametrize("count", [0, 1, 4, 5, 16, 40])
def test_stops_stand_apart_on_the_path_with_the_numbers_of_the_list(count):
    start = dt.date(2025, 1, 1)
    reached = [
        Stop(start + dt.timedelta(days=n), f"Skridt {n}", is_goal=n % 7 == 0) for n in range(count)
    ]

    drawn = picture(reached)

    stops = drawn["stops"]
    assert len(stops) == min(count, MOST_STOPS)
    assert len({(stop["x"], stop["y"]) for stop in stops}) == len(stops)
    assert all(0 < stop["x"] < WIDTH and 0 < stop["y"] < drawn["height"] for stop in stops)
    assert [stop["number"] for stop in stops] == sorted(stop["number"] for stop in stops)
    goals = {number for number, stop in enumerate(reached, 1) if stop.is_goal}
    assert goals <= {number for number, _stop in chosen(reached)}


def test_team_presents_itself_in_plain_words(as_ida):
    who = {"by": as_ida.ida.actor, "at": NOW}
    introduce_oneself(
        id=new_id(),
        staff_member=as_ida.ida.staff_member,
        values={"about_me": "Har en gammel hund", "can_help_with": ""},
        **who,
    )
    choose_primary_contact(
        id=new_id(),
        course=as_ida.kim.course,
        staff_member=as_ida.ida.staff_member,
        chosen_by_citizen=True,
        **who,
    )

    pdf = team_pdf(as_ida.kim.course, at=NOW)

    is_tagged(pdf, "Dit team")
    printed = text_of(pdf)
    assert "Hej Kim. Vi er Team et." in printed
    assert (
        printed.index("Ida")
        < printed.index("Din primære kontaktperson")
        < printed.index("Socialrådgiver")
    )
    assert "Lidt om mig: Har en gammel hund" in printed
    assert "Det kan jeg hjælpe med" not in printed
    assert "SOCIAL_PRACTICAL" not in printed


def test_team_presents_itself_to_somebody_it_does_not_know(as_ida):
    pdf = our_team_pdf(as_ida.team_one, is_demo=False, at=NOW)

    is_tagged(pdf, "Hvem er vi?")
    printed = text_of(pdf)
    assert "Hej. Vi er Team et." in printed
    assert "Hverdagen og alt det praktiske" in printed
    assert [word for word in ("Kim", "primære kontaktperson", "Demo") if word in printed] == []


def test_picture_of_a_colleague_is_printed_with_their_name_in_its_place(as_ida):
    course = as_ida.kim.course
    assert figures(team_pdf(course, at=NOW)) == []
    show_portrait(
        id=new_id(),
        staff_member=as_ida.ida.staff_member,
        picture=photograph(),
        by=as_ida.ida.actor,
        at=NOW,
    )

    pdf = team_pdf(course, at=NOW)

    is_tagged(pdf, "Dit team")
    assert figures(pdf) == ["Ida"]
    assert "Ida" in text_of(pdf)


@pytest.mark.parametrize("code", ["CITIZEN", "PARTNER"])
def test_sheet_prints_every_line(code):
    sheet = current_pack().information_sheet(code)

    pdf = sheet_pdf(sheet, sender="Team et", at=NOW)

    is_tagged(pdf, sheet.title)
    printed = text_of(pdf)
    lines = [line for section in sheet.sections for line in section.lines]
    assert [line for line in lines if line not in printed] == []
