import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.consents.actions import close_consents, give_consent, withdraw_consent
from hjemmebane.domain.consents.choices import ConsentRefusal, ConsentScope, HowGiven
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import consents_in_force, consents_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.history import changes_by
from tests.factories.refusals import refused_as_not_yours

TODAY = day_of(NOW)
YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)
SCOPE = [ConsentScope.GOALS, ConsentScope.ACTIVITIES]


def give(cast, by, **changes):
    arguments = {
        "id": new_id(),
        "citizen": cast.kim.citizen,
        "recipient": cast.job_centre,
        "scope": SCOPE,
        "purpose": " Fælles plan for praktik ",
        "how_given": HowGiven.READ_ALOUD,
        "from_on": TODAY,
        "until_on": TOMORROW,
    }
    return give_consent(by=by.actor, at=NOW, **{**arguments, **changes})


def withdraw(consent, by, *, version=None):
    version = consent.version if version is None else version
    return withdraw_consent(consent=consent, version=version, by=by.actor, at=NOW)


def test_consent_keeps_what_was_allowed(as_ida):
    given = give(as_ida, as_ida.ida)

    kept = Consent.objects.get(pk=given.pk)
    assert (kept.organisation_id, kept.team_id) == (as_ida.job_centre.pk, None)
    assert (kept.scope, kept.purpose) == (SCOPE, "Fælles plan for praktik")
    assert (kept.how_given, kept.from_on, kept.until_on) == (HowGiven.READ_ALOUD, TODAY, TOMORROW)
    assert (kept.recorded_by_id, kept.recorded_at) == (as_ida.ida.user.pk, NOW)
    assert changes_by(as_ida.ida.actor, "consents.give_consent")[1:] == [
        ("INSERT", "consents_consent")
    ]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"scope": []}, ConsentRefusal.SCOPE_MISSING, "scope"),
        ({"from_on": TOMORROW}, ConsentRefusal.FUTURE_START, "from_on"),
        ({"until_on": YESTERDAY}, ConsentRefusal.ENDS_BEFORE_START, "until_on"),
        (
            {"from_on": YESTERDAY, "until_on": YESTERDAY},
            ConsentRefusal.ALREADY_OVER,
            "until_on",
        ),
    ],
)
def test_consent_is_refused(as_ida, changes, reason, field):
    with pytest.raises(Refused) as refused:
        give(as_ida, as_ida.ida, **changes)

    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert Consent.objects.filter(organisation=as_ida.job_centre).count() == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"purpose": ""}, "purpose"),
        ({"purpose": "x" * 301}, "purpose"),
        ({"how_given": "SHOUTED"}, "how_given"),
        ({"scope": ["EVERYTHING"]}, "scope"),
    ],
)
def test_bad_field_is_named(as_ida, changes, field):
    with pytest.raises(ValidationError) as invalid:
        give(as_ida, as_ida.ida, **changes)

    assert list(invalid.value.message_dict) == [field]


def test_double_submit_is_one_consent(as_ida):
    given = give(as_ida, as_ida.ida)

    with pytest.raises(AlreadySaved) as double:
        give(as_ida, as_ida.ida, id=given.pk)

    assert double.value.record == given
    assert Consent.objects.filter(organisation=as_ida.job_centre).count() == 1


def test_withdrawn_consent_stays_with_moment_and_actor(as_ida):
    withdraw(give(as_ida, as_ida.ida), as_ida.ida)

    kept = Consent.objects.get(organisation=as_ida.job_centre)
    assert (kept.withdrawn_at, kept.withdrawn_by_id) == (NOW, as_ida.ida.user.pk)
    assert changes_by(as_ida.ida.actor, "consents.withdraw_consent") == [
        ("UPDATE", "consents_consent")
    ]


def test_withdrawing_twice_is_refused(as_ida):
    withdrawn = withdraw(give(as_ida, as_ida.ida), as_ida.ida)

    with pytest.raises(Refused) as refused:
        withdraw(withdrawn, as_ida.ida)

    assert refused.value.reason == ConsentRefusal.ALREADY_WITHDRAWN


def test_withdrawing_the_teams_own_consent_is_refused(as_ida):
    with pytest.raises(Refused) as refused:
        withdraw(Consent.objects.get(team=as_ida.team_one), as_ida.ida)

    assert refused.value.reason == ConsentRefusal.ENDS_COURSE


def test_stale_withdrawal_meets_the_other_one(as_ida):
    given = give(as_ida, as_ida.ida)
    withdraw(Consent.objects.get(pk=given.pk), as_ida.ida)

    with pytest.raises(EditConflict):
        withdraw(given, as_ida.ida, version=1)


def test_other_team_neither_gives_withdraws_nor_sees(cast):
    with acting(cast.ida.actor):
        given = give(cast, cast.ida)

    with acting(cast.omar.actor):
        assert list(consents_of(cast.kim.citizen.pk)) == []
        assert list(consents_in_force(cast.kim.citizen.pk, day=TODAY)) == []
        with pytest.raises(Consent.DoesNotExist):
            withdraw(given, cast.omar)
        with pytest.raises(Refused) as refused:
            give(cast, cast.omar)
        assert refused.value.reason == ConsentRefusal.TEAM_FIRST
    with acting(cast.omar.actor), refused_as_not_yours():
        give(cast, cast.omar, recipient=cast.team_two)


def test_partner_is_let_in_only_while_the_team_has_the_citizens_yes(as_ida):
    close_consents(citizen=as_ida.kim.citizen, team=as_ida.team_one, by=as_ida.ida.actor, at=NOW)

    with pytest.raises(Refused) as refused:
        give(as_ida, as_ida.ida)

    assert refused.value.reason == ConsentRefusal.TEAM_FIRST
    assert Consent.objects.filter(organisation=as_ida.job_centre).count() == 0
