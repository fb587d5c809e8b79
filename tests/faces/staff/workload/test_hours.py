"""Timer og dækning: the week and the citizens for the members, sums for the manager."""

import datetime as dt
from decimal import Decimal

import pytest

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import ContactDetails, log_contact, make_appointment
from hjemmebane.domain.courses.actions import agree_on_intensity
from hjemmebane.domain.courses.choices import Intensity
from hjemmebane.domain.teams.actions import leave_team, register_absence
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.domain.workload.actions import log_time
from hjemmebane.faces.staff.moments import week_number
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day
from tests.factories.browsing import browser, words
from tests.factories.cast import employ, let_join, start_case

URL = "/teamet/timer/"
PAGE_QUERIES, MANAGER_QUERIES = 31, 13
DAY = dt.timedelta(days=1)


def shown(employee, url=URL):
    return browser(employee).get(url).context["page"]


def h(number):
    """Hours as they are written."""
    return f"{number}\N{NO-BREAK SPACE}t."


def visit(case, by, *, minutes=60):
    started_at = now() - dt.timedelta(minutes=1)
    return log_contact(
        id=new_id(),
        course=case.course,
        details=ContactDetails(started_at=started_at, direct_minutes=minutes, travel_minutes=30),
        staff=[by.staff_member],
        sub_goals={},
        by=by.actor,
        at=now(),
    )


def be_away(employee, **values):
    register_absence(
        id=new_id(),
        staff_member=employee.staff_member,
        values={"kind": "ILLNESS", "from_on": today(), "until_on": today(), **values},
        by=employee.actor,
        at=now(),
    )


def test_week_of_each_member(cast):
    with acting(cast.ida.actor):
        visit(cast.kim, cast.ida)
        log_time(
            id=new_id(),
            team=cast.team_one,
            staff_member=cast.ida.staff_member,
            values={"worked_on": today(), "kind": "MEETING", "minutes": 90},
            by=cast.ida.actor,
            at=now(),
        )

    bo, ida = shown(cast.ida).members

    assert (bo.name, ida.name) == ("Bo", "Ida")
    facts = dict(ida.facts)
    assert facts["Brugt"] == (f"{h('3')}: direkte {h('1')}, transport {h('0,5')}, møder {h('1,5')}")
    assert facts["Timer"].endswith("t. (udførende)")
    assert dict(bo.facts)["Brugt"] in {"Intet endnu", "Intet"}  # on a weekend it is over


def test_absence_is_told_and_marks_who_is_away(cast):
    with acting(cast.ida.actor):
        be_away(cast.ida)

    page = shown(cast.bo)

    assert [row.is_away for row in page.members] == [False, True]
    assert [link.label for link in page.absences] == [
        f"Ida: sygdom {written_day(today())} – {written_day(today())}"
    ]
    assert page.absences[0].url  # the coordinator may mend it
    assert CoreFunction.SOCIAL_PRACTICAL.label in page.figures.unattended


def test_colleague_may_not_mend_somebody_elses_absence(cast):
    with acting(cast.bo.actor):
        be_away(cast.bo)

    assert [link.url for link in shown(cast.ida).absences] == [""]


def test_functions_uncovered_now_and_from_a_day_are_warned_about(cast):
    with acting(OPERATIONS):
        membership = TeamMembership.objects.get(staff_member=cast.ida.staff_member)
        leave_team(
            membership=membership, until_on=today() + 9 * DAY, version=1, by=OPERATIONS, at=now()
        )

    figures = shown(cast.bo).figures

    assert figures.uncovered == [CoreFunction.HEALTH.label, CoreFunction.AUTHORITY.label]
    assert figures.gaps == [
        f"Social og praktisk støtte fra {written_day(today() + 10 * DAY)}, når Ida stopper"
    ]


def test_caseload_stands_against_the_ceiling(cast):
    figures = shown(cast.ida).figures

    assert (figures.caseload, figures.caseload_note) == ("0,5", "1 borger")
    assert figures.caseload_words == "Teamets loft er 8. Der er plads til 15 borgere mere."


def test_need_of_a_citizen_and_who_can_step_in(cast):
    with acting(cast.ida.actor):
        visit(cast.kim, cast.ida)
        be_away(cast.ida)
        agree_on_intensity(
            id=new_id(),
            course=cast.kim.course,
            values={
                "level": Intensity.ORDINARY,
                "contacts_per_week": Decimal(2),
                "from_on": today() - 40 * DAY,
                "caseload_weight": Decimal(1),
            },
            by=cast.ida.actor,
            at=now(),
        )

    (row,) = shown(cast.ida).needs

    assert (row.summary, row.match) == ("1 af 8 kontakter", "Mindre end aftalt")
    assert dict(row.facts) == {
        "Aftalt i fire uger": "8 kontakter",
        "Givet i fire uger": "1 kontakt, 1 t.",
        f"Brugt i {week_number(today())}": f"{h('1,5')}: direkte {h('1')}, transport {h('0,5')}",
        f"Aftaler resten af {week_number(today())}": "Ingen",
    }
    bo, ida = row.steppers  # who is away comes last, however well known
    assert (bo.name, bo.knows, ida.name, ida.is_away) == ("Bo", False, "Ida", True)
    assert ida.known == "Kender borgeren, sidst i dag"
    assert row.steppers_label == "Ingen i teamet kender Kim"  # who does is away


def test_nothing_agreed_is_said_so(cast):
    (row,) = shown(cast.ida).needs

    assert (row.summary, row.match) == ("0 kontakter", "Ikke aftalt")
    assert dict(row.facts)["Aftalt i fire uger"] == "Intet"


def test_every_citizen_on_the_page_is_logged_as_read(cast):
    response = browser(cast.ida).get(URL)

    assert "Kim Krog" in words(response)
    with acting(cast.ida.actor):
        assert Access.objects.get().what == "Timer og dækning"


def test_manager_sees_sums_and_no_citizen(cast):
    response = browser(cast.mette).get(URL)

    page = response.context["page"]
    assert (page.members, page.needs, page.citizen_ids) == ((), (), ())
    assert page.figures.caseload == "0,5"
    assert page.figures.spent == []  # one citizen: the minutes would be told of Kim
    assert "Krog" not in words(response)
    assert "så få borgere" in words(response)


def test_manager_sees_what_the_time_of_the_team_went_to(cast):
    with acting(cast.ida.actor):
        for name in ("Pia", "Per"):
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name))
        visit(cast.kim, cast.ida)

    spent = dict(shown(cast.mette).figures.spent)

    assert (spent["Direkte"], spent["Transport"]) == (h("1"), h("0,5"))


def test_another_teams_hours_do_not_exist(cast):
    response = browser(cast.ida).get(f"{URL}?team={cast.team_two.pk}")

    assert response.status_code == 404


@pytest.mark.parametrize("more", [1, 3])
def test_page_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, more):
    with acting(OPERATIONS):
        new = [employ(f"Ny{number}", "Peer") for number in range(more)]
        for one in new:
            let_join(cast.team_one, one, CoreFunction.HEALTH)
    for number, one in enumerate(new):
        with acting(one.actor):
            case = start_case(cast.team_one, one, CitizenDetails(given_name=f"Borger {number}"))
            visit(case, one)
            be_away(one)
            make_appointment(
                id=new_id(),
                course=case.course,
                what="Kaffe",
                starts_at=now() + dt.timedelta(hours=1),
                ends_at=None,
                place="HOME",
                staff_member=one.staff_member,
                by=one.actor,
                at=now(),
            )
    ida, mette = browser(cast.ida), browser(cast.mette)

    with django_assert_num_queries(PAGE_QUERIES):
        page = ida.get(URL).context["page"]
    with django_assert_num_queries(MANAGER_QUERIES):
        mette.get(URL)

    assert (len(page.members), len(page.needs)) == (2 + more, 1 + more)


def test_who_is_in_no_team_is_sent_to_the_front(cast):
    with acting(OPERATIONS):
        newcomer = employ("Nanna", "Peer")

    assert browser(newcomer).get(URL)["Location"] == "/"
