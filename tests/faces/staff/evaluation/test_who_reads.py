"""Kept figures and their files are nobody's who does not answer for the teams today."""

import datetime as dt

import pytest

from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.courses.actions import withdraw_team_consent
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.evaluation.queries.reports import report as kept
from hjemmebane.domain.teams.actions import appoint_manager, leave_team
from hjemmebane.domain.teams.models import TeamManager, TeamMembership
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import HIRED_ON, NOW
from tests.factories.economics import keep_costing, keep_scenario
from tests.factories.evaluating import made
from tests.factories.sharing import let_citizen_in

pytestmark = pytest.mark.django_db
FORMS = ("toml", "xlsx", "pdf")
SIZED = "teams/pdf/?kommuner=Odder&slags=m-act&andel=50"
GONE, TO_LOGIN = {404}, {302}


@pytest.fixture
def places(cast):
    """Every address of a report, a costing and a scenario of Bo's."""
    report = made(cast, cast.bo)
    costing, scenario = keep_costing(cast, cast.bo), keep_scenario(cast, cast.bo)
    evaluation, economics = "/teamet/evaluering/", "/oekonomi/"
    scenarios = f"{economics}scenarier/"
    return [
        *(evaluation + part for part in ("", "bestil/")),
        *(f"{evaluation}{report.pk}/{part}" for part in ("", "papir/", "regneark/", "data/")),
        *(economics + part for part in ("", "ny/", "hent/", "sammenlign/", "teams/", SIZED)),
        *(f"{economics}{costing.pk}/{part}" for part in ("", "ret/")),
        *(f"{economics}{costing.pk}/fil/{form}/" for form in FORMS),
        *(scenarios + part for part in ("", "nyt/", "hent/")),
        *(f"{scenarios}{scenario.pk}/{part}" for part in ("", "ret/")),
        *(f"{scenarios}{scenario.pk}/fil/{form}/" for form in FORMS),
        f"{scenarios}offentliggjort/a/",
        *(f"{scenarios}offentliggjort/a/fil/{form}/" for form in FORMS),
    ]


def statuses(reader, places):
    return {place: reader.get(place).status_code for place in places}


def stopping(reader, cast):
    with acting(cast.bo.actor):
        [one] = EvaluationReport.objects.all()
    return reader.post(f"/teamet/evaluering/{one.pk}/stop/").status_code


def test_who_answers_for_the_team_reads_them_all(cast, places):
    assert set(statuses(browser(cast.bo), places).values()) == {200}


def test_citizen_finds_none_of_it(cast, places):
    kim = browser(let_citizen_in(cast.kim, cast.ida))

    assert set(statuses(kim, places).values()) == GONE
    assert stopping(kim, cast) == 404


def test_closed_login_is_shown_out_at_once(cast, places):
    reader = browser(cast.bo)
    assert reader.get(places[2]).status_code == 200
    with acting(OPERATIONS):
        cast.bo.user.is_active = False
        cast.bo.user.save(update_fields=["is_active"])

    found = statuses(reader, places)
    assert set(found.values()) == TO_LOGIN, found
    assert all("login" in reader.get(place).headers["Location"] for place in places)


def end_the_role(cast, name):
    yesterday = today() - dt.timedelta(days=1)
    with acting(OPERATIONS):
        rows = (TeamManager if name == "mette" else TeamMembership).objects
        [role] = rows.filter(staff_member=getattr(cast, name).staff_member)
        if name == "bo":
            leave_team(
                membership=role,
                until_on=yesterday,
                version=role.version,
                by=OPERATIONS,
                at=NOW,
            )
        else:
            role.save_changes({"until_on": yesterday}, version=role.version)


@pytest.mark.parametrize("name", ["bo", "mette"])
def test_role_that_is_over_opens_nothing_and_others_read_on(cast, places, name):
    end_the_role(cast, name)

    found = statuses(browser(getattr(cast, name)), places)
    assert set(found.values()) == GONE, found
    other = cast.mette if name == "bo" else cast.bo
    assert set(statuses(browser(other), places[:3]).values()) == {200}


def test_report_of_two_teams_is_read_by_who_answers_for_both(cast):
    with acting(OPERATIONS):
        appoint_manager(
            team=cast.team_two,
            staff_member=cast.mette.staff_member,
            from_on=HIRED_ON,
            by=OPERATIONS,
            at=NOW,
        )
    report = made(cast, cast.mette, teams=[cast.team_one, cast.team_two])
    url = f"/teamet/evaluering/{report.pk}/"

    assert browser(cast.mette).get(url).status_code == 200
    assert browser(cast.bo).get(url).status_code == 404
    end_one(cast.mette, cast.team_one)
    assert browser(cast.mette).get(url).status_code == 404
    assert browser(cast.mette).get(f"{url}data/").status_code == 404


def end_one(employee, team):
    with acting(OPERATIONS):
        [role] = TeamManager.objects.filter(staff_member=employee.staff_member, team=team)
        yesterday = today() - dt.timedelta(days=1)
        role.save_changes({"until_on": yesterday}, version=role.version)


def test_kept_report_stands_when_a_citizen_of_it_takes_their_yes_back(cast):
    report = made(cast, cast.bo)
    before = browser(cast.bo).get(f"/teamet/evaluering/{report.pk}/")
    with acting(cast.ida.actor):
        withdraw_team_consent(id=new_id(), course=cast.kim.course, by=cast.ida.actor, at=NOW)
        assert not Consent.objects.filter(withdrawn_at=None, citizen=cast.kim.citizen).exists()

    after = browser(cast.bo).get(f"/teamet/evaluering/{report.pk}/")
    assert words(after) == words(before)
    assert cast.kim.citizen.given_name not in after.content.decode()
    with acting(cast.bo.actor):
        assert kept(report.pk).content_hash == report.content_hash
