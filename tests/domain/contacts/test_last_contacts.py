import datetime as dt

from hjemmebane.domain.contacts.choices import ContactKind, Outcome
from hjemmebane.domain.contacts.queries import LastContact, last_contacts
from hjemmebane.foundation.actors import acting
from tests.factories.cast import NOW, CitizenDetails, start_case


def days_ago(count):
    return NOW - dt.timedelta(days=count)


def test_attempts_count_since_the_last_meeting(as_ida, log):
    kim, ida = as_ida.kim, as_ida.ida
    log(kim, ida, started_at=days_ago(9), outcome=Outcome.NOT_MET)
    log(kim, ida, started_at=days_ago(8), outcome=Outcome.MET)
    log(kim, ida, started_at=days_ago(6), outcome=Outcome.MET)
    log(kim, ida, started_at=days_ago(5), outcome=Outcome.NOT_MET)
    log(kim, ida, started_at=days_ago(4), outcome=Outcome.DECLINED)

    assert last_contacts([kim.course.pk]) == {
        kim.course.pk: LastContact(days_ago(6), attempts_since_met=2)
    }


def test_never_met_counts_every_attempt(as_ida, log):
    kim, ida = as_ida.kim, as_ida.ida
    log(kim, ida, started_at=days_ago(5), outcome=Outcome.NOT_MET)
    log(kim, ida, started_at=days_ago(4), outcome=Outcome.NOT_MET)

    assert last_contacts([kim.course.pk]) == {
        kim.course.pk: LastContact(None, attempts_since_met=2)
    }


def test_attempt_at_the_moment_of_a_meeting_was_not_in_vain(as_ida, log):
    kim, ida = as_ida.kim, as_ida.ida
    log(kim, ida, started_at=days_ago(5), outcome=Outcome.NOT_MET)
    log(kim, ida, started_at=days_ago(5), outcome=Outcome.MET)
    log(kim, ida, started_at=days_ago(5), outcome=Outcome.MET)

    assert last_contacts([kim.course.pk]) == {
        kim.course.pk: LastContact(days_ago(5), attempts_since_met=0)
    }


def test_cancelled_and_others_do_not_count(as_ida, log):
    kim, ida = as_ida.kim, as_ida.ida
    log(kim, ida, started_at=days_ago(7), kind=ContactKind.PHONE)
    log(kim, ida, started_at=days_ago(3), outcome=Outcome.CANCELLED)
    log(kim, ida, started_at=days_ago(2), kind=ContactKind.PARTNER)
    log(kim, ida, started_at=days_ago(1), kind=ContactKind.NETWORK, outcome=Outcome.NOT_MET)

    assert last_contacts([kim.course.pk]) == {
        kim.course.pk: LastContact(days_ago(7), attempts_since_met=0)
    }


def test_untried_course_is_left_out(as_ida):
    assert last_contacts([as_ida.kim.course.pk]) == {}


def test_any_number_of_courses_is_two_queries(as_ida, log, django_assert_num_queries):
    cases = [as_ida.kim] + [
        start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name=name))
        for name in ("Ali", "Ea")
    ]
    for times, case in enumerate(cases, start=1):
        for day in range(times):
            log(case, as_ida.ida, started_at=days_ago(day + 1), outcome=Outcome.NOT_MET)

    with django_assert_num_queries(2):
        found = last_contacts([case.course.pk for case in cases])

    assert found == {
        case.course.pk: LastContact(None, attempts_since_met=times)
        for times, case in enumerate(cases, start=1)
    }


def test_other_team_learns_nothing(cast, log):
    with acting(cast.ida.actor):
        log(cast.kim, cast.ida)
    with acting(cast.omar.actor):
        log(cast.noor, cast.omar)
        found = last_contacts([cast.kim.course.pk, cast.noor.course.pk])

    assert set(found) == {cast.noor.course.pk}
