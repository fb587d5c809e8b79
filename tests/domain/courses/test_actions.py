import datetime as dt
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.citizens.choices import CprRefusal
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.consents.choices import ConsentScope, HowGiven
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.courses.actions import (
    TEAM_PURPOSE,
    CourseStart,
    choose_primary_contact,
    start_course,
    start_course_for_new_citizen,
)
from hjemmebane.domain.courses.choices import CourseRefusal, CourseStatus
from hjemmebane.domain.courses.models import Course, PrimaryContact
from hjemmebane.domain.courses.queries import (
    courses_of,
    open_courses,
    primary_contacts_now,
    primary_contacts_of,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal
from tests.factories.cast import KIMS_CPR, NOW
from tests.factories.history import changes_by
from tests.factories.refusals import refused_as_not_yours

TODAY = day_of(NOW)
TOMORROW = TODAY + dt.timedelta(days=1)
EA = CitizenDetails(given_name="Ea", family_name="Eriksen")


def begin(cast, by, *, team=None, details=EA, started_on=TODAY, how=HowGiven.ON_PAPER, **ids):
    return start_course_for_new_citizen(
        **{"citizen_id": new_id(), "course_id": new_id(), **ids},
        details=details,
        team=team or cast.team_one,
        start=CourseStart(started_on, how, "SEL_99", "Gadeplan"),
        by=by.actor,
        at=NOW,
    )


def begin_again(cast, case, by, *, team=None, **ids):
    return start_course(
        id=ids.get("course_id", new_id()),
        citizen=case.citizen,
        team=team or cast.team_one,
        start=CourseStart(TODAY, HowGiven.ORALLY),
        by=by.actor,
        at=NOW,
    )


def choose(case, by, employee=None, *, at=NOW, **changes):
    arguments = {"id": new_id(), "chosen_by_citizen": True, "why": "Ler ad det samme"} | changes
    return choose_primary_contact(
        course=case.course,
        staff_member=(employee or by).staff_member,
        by=by.actor,
        at=at,
        **arguments,
    )


def test_course_starts_with_citizen_and_consent(as_ida):
    course = begin(as_ida, as_ida.ida)

    kept = Course.objects.get(pk=course.pk)
    assert str(kept.citizen) == "Ea Eriksen"
    assert (kept.team_id, kept.status) == (as_ida.team_one.pk, CourseStatus.ACTIVE)
    assert (kept.legal_basis, kept.origin) == ("SEL_99", "Gadeplan")
    assert (kept.started_on, kept.ended_on) == (TODAY, None)
    assert (kept.recorded_by_id, kept.recorded_at) == (as_ida.ida.user.pk, NOW)
    consent = Consent.objects.get(citizen=kept.citizen_id)
    assert (consent.team_id, consent.organisation_id) == (as_ida.team_one.pk, None)
    assert (consent.scope, consent.purpose) == ([ConsentScope.TEAM_WORK], TEAM_PURPOSE)
    assert (consent.how_given, consent.from_on) == (HowGiven.ON_PAPER, TODAY)


def test_each_row_of_a_start_is_in_the_history_under_its_verb(as_ida):
    ida = as_ida.ida.actor
    before = {
        verb: len(changes_by(ida, verb))
        for verb in ("citizens.add_citizen", "courses.start_course", "consents.give_consent")
    }
    begin(as_ida, as_ida.ida)

    assert [changes_by(ida, verb)[before[verb] :] for verb in before] == [
        [("INSERT", "citizens_citizen")],
        [("INSERT", "courses_course")],
        [("INSERT", "consents_consent")],
    ]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"started_on": TOMORROW}, CourseRefusal.FUTURE_START, "started_on"),
        ({"how": ""}, CourseRefusal.CONSENT_MISSING, "consent_how_given"),
        (
            {"details": CitizenDetails(given_name="Ea", cpr="310290-1234")},
            CprRefusal.DATE,
            "cpr",
        ),
        ({"details": CitizenDetails(given_name="Ea", cpr=KIMS_CPR)}, CprRefusal.KNOWN, "cpr"),
    ],
)
def test_refused_start_writes_nothing(as_ida, changes, reason, field):
    citizens, courses = Citizen.objects.count(), Course.objects.count()

    with pytest.raises(Refused) as refused:
        begin(as_ida, as_ida.ida, **changes)

    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert (Citizen.objects.count(), Course.objects.count()) == (citizens, courses)
    assert len(changes_by(as_ida.ida.actor, "citizens.add_citizen")) == 1


def test_consent_that_cannot_be_recorded_undoes_citizen_and_course(as_ida):
    citizens, courses = Citizen.objects.count(), Course.objects.count()

    with pytest.raises(ValidationError) as invalid:
        begin(as_ida, as_ida.ida, how="SHOUTED")

    assert list(invalid.value.message_dict) == ["how_given"]
    assert (Citizen.objects.count(), Course.objects.count()) == (citizens, courses)


def test_starting_in_a_team_one_does_not_work_in_is_refused(as_ida):
    with pytest.raises(Refused) as refused:
        begin(as_ida, as_ida.ida, team=as_ida.team_two)

    assert (refused.value.reason, refused.value.field) == (CourseRefusal.NOT_IN_TEAM, "team")


@pytest.mark.parametrize("outsider", ["mette", "omar"])
def test_neither_manager_nor_other_team_starts_a_course(cast, outsider):
    employee = getattr(cast, outsider)
    with acting(employee.actor), pytest.raises(Refused) as refused:
        begin(cast, employee)

    assert refused.value.reason == CourseRefusal.NOT_IN_TEAM


def test_second_open_course_in_the_team_is_refused(as_ida):
    with pytest.raises(Refused) as refused:
        begin_again(as_ida, as_ida.kim, as_ida.ida)

    assert refused.value.reason == CourseRefusal.ALREADY_THERE


def test_new_course_after_an_ended_one(as_ida):
    course = as_ida.kim.course
    course.save_changes({"status": CourseStatus.ENDED, "ended_on": TODAY}, version=course.version)

    again = begin_again(as_ida, as_ida.kim, as_ida.ida)

    assert list(courses_of(as_ida.kim.citizen.pk)) == [again, course]
    assert list(open_courses(as_ida.team_one.pk)) == [again]


def test_double_submit_answers_with_the_course(as_ida):
    ids = {"citizen_id": new_id(), "course_id": new_id()}
    details = CitizenDetails(given_name="Ea", cpr="010190-1234")
    course = begin(as_ida, as_ida.ida, details=details, **ids)

    with pytest.raises(AlreadySaved) as double:
        begin(as_ida, as_ida.ida, details=details, **ids)

    assert double.value.record == course
    assert Consent.objects.filter(citizen=ids["citizen_id"]).count() == 1


def test_form_sent_again_with_another_day_is_no_double_click(as_ida):
    ids = {"citizen_id": new_id(), "course_id": new_id()}
    course = begin(as_ida, as_ida.ida, **ids)
    other_day = TODAY - dt.timedelta(days=1)

    for resend in (
        lambda: begin(as_ida, as_ida.ida, started_on=other_day, **ids),
        lambda: begin(as_ida, as_ida.ida, details=replace(EA, phone="1"), **ids),
    ):
        with pytest.raises(Refused) as refused:
            resend()
        assert refused.value.reason == RecordRefusal.SAVED_OTHERWISE
    course.refresh_from_db()
    assert course.started_on == TODAY


def test_double_submit_of_a_new_course_for_a_known_citizen(as_ida):
    course = as_ida.kim.course
    course.save_changes({"status": CourseStatus.ENDED, "ended_on": TODAY}, version=course.version)
    again = begin_again(as_ida, as_ida.kim, as_ida.ida)

    with pytest.raises(AlreadySaved) as double:
        begin_again(as_ida, as_ida.kim, as_ida.ida, course_id=again.pk)

    assert double.value.record == again


def test_knowing_the_id_of_a_citizen_opens_no_course(cast):
    with acting(cast.omar.actor), refused_as_not_yours():
        begin_again(cast, cast.kim, cast.omar, team=cast.team_two)
    with acting(cast.omar.actor):
        assert list(courses_of(cast.kim.citizen.pk)) == []


def test_primary_contact_is_kept_with_why(as_ida):
    chosen = choose(as_ida.kim, as_ida.ida, as_ida.bo)

    kept = PrimaryContact.objects.get(pk=chosen.pk)
    assert (kept.course_id, kept.staff_member_id) == (
        as_ida.kim.course.pk,
        as_ida.bo.staff_member.pk,
    )
    assert (kept.from_on, kept.until_on) == (TODAY, None)
    assert (kept.chosen_by_citizen, kept.why) == (True, "Ler ad det samme")
    assert changes_by(as_ida.ida.actor, "courses.choose_primary_contact") == [
        ("INSERT", "courses_primarycontact")
    ]


def test_former_primary_contact_steps_back_that_day(as_ida, django_assert_num_queries):
    kim = as_ida.kim.course.pk
    first = choose(as_ida.kim, as_ida.ida, as_ida.bo)
    second = choose(as_ida.kim, as_ida.ida, at=NOW + dt.timedelta(days=3))
    third = choose(as_ida.kim, as_ida.ida, as_ida.bo, at=NOW + dt.timedelta(days=3, hours=1))

    first.refresh_from_db()
    second.refresh_from_db()
    assert first.until_on == second.until_on == TODAY + dt.timedelta(days=3)
    assert list(primary_contacts_of(kim)) == [third, second, first]
    with django_assert_num_queries(1):
        now = primary_contacts_now([kim])
        assert now[kim].staff_member.name == "Bo"
    assert now == {kim: third}


@pytest.mark.parametrize("stranger", ["omar", "mette"])
def test_primary_contact_from_outside_the_team_is_refused(as_ida, stranger):
    with pytest.raises(Refused) as refused:
        choose(as_ida.kim, as_ida.ida, getattr(as_ida, stranger))

    assert (refused.value.reason, refused.value.field) == (
        CourseRefusal.PRIMARY_NOT_IN_TEAM,
        "staff_member",
    )


def test_ended_course_gets_no_primary_contact(as_ida):
    course = as_ida.kim.course
    course.save_changes({"status": CourseStatus.ENDED, "ended_on": TODAY}, version=course.version)

    with pytest.raises(Refused) as refused:
        choose(as_ida.kim, as_ida.ida)

    assert refused.value.reason == CourseRefusal.ALREADY_ENDED


def test_double_submit_leaves_the_primary_contact_in_place(as_ida):
    chosen = choose(as_ida.kim, as_ida.ida)

    with pytest.raises(AlreadySaved) as double:
        choose(as_ida.kim, as_ida.ida, id=chosen.pk)

    assert double.value.record == chosen
    chosen.refresh_from_db()
    assert chosen.until_on is None


def test_other_team_sees_and_chooses_no_primary_contact(cast):
    with acting(cast.ida.actor):
        choose(cast.kim, cast.ida)
    with acting(cast.omar.actor):
        assert primary_contacts_now([cast.kim.course.pk]) == {}
        assert list(primary_contacts_of(cast.kim.course.pk)) == []
        with pytest.raises(Course.DoesNotExist):
            choose(cast.kim, cast.omar, cast.ida)
