"""What the team does with what partners can no longer reach."""

import datetime as dt

import pytest

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.partners.actions import add_organisation, change_employer, leave_partner
from hjemmebane.domain.plans.choices import ActivityStatus, ItemKind, PlanRefusal
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.actions import change_own_activity, close_left_activity
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.courses import end_today
from tests.factories.partners import close, write
from tests.factories.plans import Writing
from tests.factories.sharing import open_to

REASON = "Kim vil ikke mere dele med dem"


@pytest.fixture
def consent(cast, lise):
    return open_to(cast.job_centre, cast.kim, cast.ida)


@pytest.fixture
def activity(cast, lise, consent):
    return write(cast.kim, lise, values={"what": "Vi finder en praktik", "status": "ONGOING"})


def as_it_stands(by, activity):
    with acting(by.actor):
        beside = PlanActivity.objects.select_related("course", "partner_person", "recorded_by")
        return beside.get(pk=activity.pk)


def shut(by, activity, **changes):
    given = {
        "activity": as_it_stands(by, activity),
        "status": ActivityStatus.DROPPED,
        "reason": REASON,
        "version": 1,
    }
    with acting(by.actor):
        return close_left_activity(**given | changes, by=by.actor, at=now())


def refused(by, activity, **changes):
    with pytest.raises(Refused) as refusal:
        shut(by, activity, **changes)
    return refusal.value.reason, refusal.value.field


def test_team_closes_what_a_partner_left_and_its_words_stay(cast, consent, activity):
    close(consent, cast.ida)

    closed = shut(cast.bo, activity)

    assert (closed.status, closed.closed_because) == ("DROPPED", REASON)
    stands = as_it_stands(cast.ida, activity)
    assert (stands.what, stands.recorded_by_id) == (activity.what, activity.recorded_by_id)
    with acting(cast.ida.actor):
        change = Change.objects.get(verb="sharing.close_left_activity")
    assert change.after.keys() == {"status", "closed_because", "version"}
    assert change.actor == cast.bo.actor.key


def test_team_closes_what_somebody_wrote_who_works_there_no_more(cast, lise, activity):
    with acting(cast.ida.actor):
        leave_partner(
            person=lise.person,
            left_on=today() - dt.timedelta(days=1),
            version=lise.person.version,
            by=cast.ida.actor,
            at=now(),
        )

    assert shut(cast.ida, activity).status == "DROPPED"


def test_what_somebody_wrote_who_works_elsewhere_stays_theirs_and_is_closed(cast, lise, activity):
    with acting(cast.ida.actor):
        elsewhere = add_organisation(
            id=new_id(),
            municipality=cast.team_one.municipality,
            kind="GENERAL_PRACTICE",
            name="Lægehuset",
            by=cast.ida.actor,
            at=now(),
        )
        change_employer(
            id=new_id(),
            person=lise.person,
            organisation=elsewhere,
            version=lise.person.version,
            by=cast.ida.actor,
            at=now(),
        )

    assert as_it_stands(cast.ida, activity).is_partners_own
    assert shut(cast.ida, activity).status == "DROPPED"


def test_what_the_partner_can_still_close_is_theirs(cast, activity):
    assert refused(cast.ida, activity) == (SharingRefusal.STILL_THEIRS, None)


def test_what_the_team_wrote_of_a_partner_is_mended_in_the_plan(cast, lise):
    with acting(cast.ida.actor):
        who = {"responsible_kind": "PARTNER", "partner_person": lise.person}
        activity = Writing(cast.kim.plan, cast.ida.actor).add(ItemKind.ACTIVITY, **who)

    assert refused(cast.ida, activity) == (SharingRefusal.NOT_THEIRS, None)


def test_closed_is_closed(cast, consent, activity):
    close(consent, cast.ida)
    shut(cast.ida, activity)

    with pytest.raises(AlreadySaved):
        shut(cast.ida, activity)
    assert refused(cast.bo, activity, status=ActivityStatus.DONE, version=2) == (
        SharingRefusal.ALREADY_CLOSED,
        None,
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"status": ActivityStatus.ONGOING}, (SharingRefusal.NOT_CLOSING, "status")),
        ({"reason": " "}, (SharingRefusal.REASON_MISSING, "reason")),
    ],
)
def test_it_is_closed_and_for_a_reason(cast, consent, activity, changes, told):
    close(consent, cast.ida)

    assert refused(cast.ida, activity, **changes) == told


def test_nothing_is_closed_in_a_course_that_has_ended(cast, consent, activity):
    close(consent, cast.ida)
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)

    assert refused(cast.ida, activity) == (PlanRefusal.COURSE_ENDED, None)


def test_somebody_else_was_quicker(cast, consent, activity):
    close(consent, cast.ida)

    with pytest.raises(EditConflict):
        shut(cast.ida, activity, version=0)


def test_another_team_closes_nothing(cast, consent, activity):
    close(consent, cast.ida)

    with pytest.raises(PlanActivity.DoesNotExist):
        shut(cast.omar, activity)


def test_partner_who_is_let_in_again_takes_it_up_as_their_own(cast, lise, consent, activity):
    close(consent, cast.ida)
    closed = shut(cast.ida, activity)
    open_to(cast.job_centre, cast.kim, cast.ida)

    with acting(lise.actor):
        taken_up = change_own_activity(
            activity=closed,
            values={"status": "ONGOING"},
            version=closed.version,
            by=lise.actor,
            at=now(),
        )

    assert (taken_up.status, taken_up.closed_because) == ("ONGOING", "")
