"""From a match to a course: what is known follows, the number without being shown."""

import pytest
from django.urls import reverse

from hjemmebane.domain.citizens.queries import cpr_of
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.courses.actions import (
    decide,
    join_referral,
    log_early_attempt,
    take_up_referral,
)
from hjemmebane.domain.courses.choices import CourseRefusal, CourseStatus, IntakeRefusal
from hjemmebane.domain.courses.models import Course, Referral
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import NOW
from tests.factories.courses import ATTEMPT, MATCH, assessed
from tests.factories.intake import REFERRED_CPR, referred, taken_up
from tests.factories.plans import TODAY


def typed(form, **changes):
    """The form as it was first shown, with the consent given."""
    shown = {name: form[name].value() or "" for name in form.fields if name != "version"}
    boxes = {"birth_is_estimated", "has_protected_address"}
    kept = {name: value for name, value in shown.items() if name not in boxes}
    return {**kept, "consent_how_given": "ORALLY", **changes}


def begin(cast, address, early, **changes):
    client, url = browser(cast.ida), address("start", early.pk)
    return client.post(url, typed(client.get(url).context["form"], **changes))


def course_of(cast, early):
    with acting(cast.ida.actor):
        early.refresh_from_db()
        return Course.objects.select_related("citizen").get(pk=early.course_id)


def test_course_takes_name_and_number_from_the_referral(cast, address, referred_match):
    page = browser(cast.ida).get(address("start", referred_match.pk))
    response = begin(cast, address, referred_match)

    course = course_of(cast, referred_match)
    overview = reverse("staff:citizens:overview", args=[course.citizen_id])
    assert REFERRED_CPR.replace("-", "") not in page.content.decode().replace("-", "")
    assert response["Location"] == overview
    with acting(cast.ida.actor):
        assert (str(course.citizen), cpr_of(course.citizen)) == ("Viggo Skov", REFERRED_CPR)
        assert Consent.objects.filter(citizen=course.citizen, team=cast.team_one).count() == 1
    assert course.origin == "Henvist af Mia Holm, Varmestuen"
    assert course.legal_basis == "SEL_85"


def test_what_came_before_stands_on_the_citizens_pages(cast, address, match):
    with acting(cast.ida.actor):
        log_early_attempt(
            id=new_id(),
            early_contact=match,
            values=ATTEMPT,
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=NOW,
        )
    begin(cast, address, match, given_name="Viggo")
    client, citizen = browser(cast.ida), course_of(cast, match).citizen

    timeline = words(client.get(reverse("staff:citizens:timeline", args=[citizen.pk])))
    overview = client.get(reverse("staff:citizens:overview", args=[citizen.pk]))

    assert "Før forløbet: Mødt" in timeline
    assert "Spottet af teamet: Stationen" in words(overview)
    assert address("early", match.pk) in overview.content.decode()


def test_start_sent_twice_is_one_course(cast, address, match):
    client, url = browser(cast.ida), address("start", match.pk)
    sent = typed(client.get(url).context["form"], given_name="Viggo")

    answers = [client.post(url, sent) for _ in range(2)]

    assert answers[0]["Location"] == answers[1]["Location"]
    with acting(cast.ida.actor):
        assert Course.objects.filter(team=cast.team_one).count() == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"consent_how_given": ""}, "Et forløb starter med borgerens ja."),
        ({"given_name": ""}, "Fornavn: Dette felt er påkrævet."),
        ({"born_on": "2020-01-01"}, CourseRefusal.UNDER_AGE.label),
        ({"started_on": "2099-01-01"}, CourseRefusal.FUTURE_START.label),
    ],
)
def test_start_is_refused_in_danish_and_nothing_is_written(cast, address, match, changes, said):
    response = begin(cast, address, match, **{"given_name": "Viggo", **changes})

    assert response.status_code == 422
    assert said in words(response)
    with acting(cast.ida.actor):
        match.refresh_from_db()
        assert match.course_id is None
        assert Course.objects.filter(team=cast.team_one).count() == 1


def test_under_age_by_the_number_of_the_referral_is_refused(cast, address):
    key = referred(cast.team_one, cpr="010115-5000")
    with acting(cast.ida.actor):
        early = taken_up(key, cast.ida)
        assessment = assessed(early, cast.ida)
        decide(id=new_id(), assessment=assessment, details=MATCH, by=cast.ida.actor, at=NOW)

    response = begin(cast, address, early)

    assert response.status_code == 422
    assert CourseRefusal.UNDER_AGE.label in words(response)


def test_course_without_a_match_is_refused(cast, address, early):
    page = browser(cast.ida).get(address("start", early.pk))
    response = begin(cast, address, early, given_name="Viggo", legal_basis="SEL_85")

    assert IntakeRefusal.NO_MATCH.label in words(page)
    assert response.status_code == 422
    assert IntakeRefusal.NO_MATCH.label in words(response)


def test_citizen_who_comes_back_is_not_written_down_again(cast, address):
    key, kim = referred(cast.team_one), cast.kim.citizen
    with acting(cast.ida.actor):
        ended = {"status": CourseStatus.ENDED, "ended_on": TODAY}
        cast.kim.course.save_changes(ended, version=1)
        referral = Referral.objects.get(pk=key)
        join_referral(referral=referral, citizen=kim, version=1, by=cast.ida.actor, at=NOW)
        early = take_up_referral(
            id=new_id(), referral=referral, version=2, by=cast.ida.actor, at=NOW
        )
        assessment = assessed(early, cast.ida)
        decide(id=new_id(), assessment=assessment, details=MATCH, by=cast.ida.actor, at=NOW)

    response = begin(cast, address, early)

    assert response["Location"] == reverse("staff:citizens:overview", args=[kim.pk])
    assert course_of(cast, early).citizen == kim
