"""What DACTS reads of a team: whose it is, in how many queries, and the same as by hand."""

import datetime as dt

import pytest

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.contacts.choices import ContactKind, Outcome
from hjemmebane.domain.courses.actions import record_life_event
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.fidelity.calculations.dacts import Average, measured
from hjemmebane.domain.fidelity.queries.dacts import dacts_log
from hjemmebane.domain.method.queries import dacts
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import members_of
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.ids import new_id
from tests.domain.fidelity.dacts_by_definition import expected
from tests.domain.fidelity.tables_of_a_team import dacts_tables_of
from tests.factories.cast import NOW, start_case
from tests.factories.plans import TODAY

QUERIES = 7
DAY = dt.timedelta(days=1)
COMPUTED = [item for item in dacts().items if item.formula]


def log(cast, case, by, *, days, staff=(), **changes):
    details = {
        "kind": ContactKind.VISIT,
        "outcome": Outcome.MET,
        "place": Place.HOME,
        "started_at": NOW - days * DAY,
        "direct_minutes": 60,
        **changes,
    }
    return log_contact(
        id=new_id(),
        course=case.course,
        details=ContactDetails(**details),
        staff=[one.staff_member for one in (by, *staff)],
        sub_goals={},
        by=by.actor,
        at=NOW,
    )


def test_record_is_read_as_it_stands(as_ida):
    kim, ida, bo = as_ida.kim, as_ida.ida, as_ida.bo
    log(as_ida, kim, ida, days=3, staff=[bo])
    log(as_ida, kim, ida, days=70, kind=ContactKind.PARTNER)
    record_life_event(
        id=new_id(),
        course=kim.course,
        values={"kind": "ADMISSION", "from_on": TODAY - 71 * DAY, "until_on": TODAY - 69 * DAY},
        by=ida.actor,
        at=NOW,
    )

    found = dacts_log(as_ida.team_one, today=TODAY)

    [course] = found.courses
    assert [(one.kind, len(one.staff)) for one in course.contacts] == [("PARTNER", 1), ("VISIT", 2)]
    assert [(one.from_on, one.until_on) for one in course.stays] == [
        (TODAY - 71 * DAY, TODAY - 69 * DAY)
    ]
    assert sum(one.leads for one in found.members) == 1


def test_old_contacts_of_who_was_not_in_hospital_are_not_read(as_ida):
    log(as_ida, as_ida.kim, as_ida.ida, days=70)

    assert dacts_log(as_ida.team_one, today=TODAY).courses[0].contacts == ()


@pytest.mark.parametrize("who", ["omar", "mette"])
def test_nobody_but_the_team_is_told_of_a_citizen(cast, who):
    with acting(getattr(cast, who).actor):
        found = dacts_log(cast.team_one, today=TODAY)

    assert (found.courses, found.meetings) == ([], [])


@pytest.mark.parametrize("others", [0, 2])
def test_number_of_queries_does_not_grow(as_ida, django_assert_num_queries, others):
    cases = [
        start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name=name))
        for name in ("Ask", "Bea")[:others]
    ]
    for case in (as_ida.kim, *cases):
        log(as_ida, case, as_ida.ida, days=3)

    with django_assert_num_queries(QUERIES):
        found = dacts_log(as_ida.team_one, today=TODAY)

    assert len(found.courses) == 1 + others


def test_every_computed_item_equals_its_definition_over_the_demo_data(demo_db):
    known = 0
    with acting(OPERATIONS):
        teams = {
            team: members_of([team.pk], today())[0].staff_member.user.actor
            for team in Team.objects.all()
        }
    for team, actor in teams.items():
        with acting(actor):
            tables, read = dacts_tables_of(team), dacts_log(team, today=today())
            for item in COMPUTED:
                for average in Average:
                    told = measured(item, read, average)
                    result = (told.value, told.level, told.n, told.missing)
                    assert result == expected(item, tables, today(), average), item.code
                    known += told.value is not None
    assert len(teams) >= 3
    assert known > 50
