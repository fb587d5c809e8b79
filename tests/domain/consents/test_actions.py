import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.consents.actions import (
    change_consent,
    close_consents,
    give_consent,
    renew_consent,
    withdraw_consent,
)
from hjemmebane.domain.consents.choices import ConsentRefusal, ConsentScope, HowGiven
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import consents_in_force, consents_of, goals_opened_by
from hjemmebane.domain.partners.actions import add_organisation, add_person
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.history import changes_by
from tests.factories.refusals import refused_as_not_yours

TODAY = day_of(NOW)
KIMS_CPR = "070761-4285"
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


def change(consent, by, *, goals=(), version=None, id=None, **values):  # noqa: A002 -- as the action calls it
    return change_consent(
        id=id or new_id(),
        consent=consent,
        values=values,
        goals=goals,
        version=consent.version if version is None else version,
        by=by.actor,
        at=NOW,
    )


def renew(consent, by, *, until_on=None, version=None, id=None):  # noqa: A002 -- as the action calls it
    return renew_consent(
        id=id or new_id(),
        consent=consent,
        until_on=until_on or TODAY + dt.timedelta(days=365),
        version=consent.version if version is None else version,
        by=by.actor,
        at=NOW,
    )


def opened_by(consent):
    return goals_opened_by(Consent.objects.get(pk=consent.pk))


@pytest.fixture
def elsewhere(as_ida):
    """Eva of the shelter."""
    who = {"by": as_ida.ida.actor, "at": NOW}
    kind = {"municipality": as_ida.municipality, "kind": "SHELTER", "name": "Herberget"}
    shelter = add_organisation(id=new_id(), **kind, **who)
    return add_person(id=new_id(), organisation=shelter, name="Eva", **who)


def test_goals_are_opened_one_by_one(as_ida):
    goal = as_ida.kim.goal.pk

    assert opened_by(give(as_ida, as_ida.ida, goals=[goal])) == {goal}
    assert opened_by(give(as_ida, as_ida.ida)) == set()
    assert opened_by(give(as_ida, as_ida.ida, scope=["APPOINTMENTS"], goals=[goal])) == set()


def test_consent_to_one_person_is_to_somebody_who_works_there(as_ida, elsewhere):
    given = give(as_ida, as_ida.ida, person=as_ida.lise)

    assert Consent.objects.get(pk=given.pk).person == as_ida.lise
    for refused_one in (
        lambda: give(as_ida, as_ida.ida, person=elsewhere),
        lambda: change(given, as_ida.ida, person=elsewhere),
    ):
        with pytest.raises(Refused) as refused:
            refused_one()
        reason = (refused.value.reason, refused.value.field)
        assert reason == (ConsentRefusal.PERSON_ELSEWHERE, "person")


def test_purpose_holds_no_cpr_number(as_ida):
    given = give(as_ida, as_ida.ida)

    for refused_one in (
        lambda: give(as_ida, as_ida.ida, purpose=f"Om {KIMS_CPR}"),
        lambda: change(given, as_ida.ida, purpose=f"Om {KIMS_CPR}"),
    ):
        with pytest.raises(Refused) as refused:
            refused_one()
        reason = (refused.value.reason, refused.value.field)
        assert reason == (ConsentRefusal.CPR_NUMBER, "purpose")


def test_who_said_yes_for_the_citizen_is_named(as_ida):
    with pytest.raises(Refused) as refused:
        give(as_ida, as_ida.ida, how_given=HowGiven.BY_REPRESENTATIVE)
    reason = (refused.value.reason, refused.value.field)
    assert reason == (ConsentRefusal.GIVER_MISSING, "given_by")

    named = {"how_given": HowGiven.BY_REPRESENTATIVE, "given_by": "Vera (værge)"}
    given = give(as_ida, as_ida.ida, **named)
    assert Consent.objects.get(pk=given.pk).given_by == "Vera (værge)"


def test_change_keeps_the_one_before_and_links_it(as_ida):
    goal = as_ida.kim.goal.pk
    before = give(as_ida, as_ida.ida, goals=[goal], person=as_ida.lise)

    after = change(before, as_ida.ida, scope=["GOALS"], purpose="Noget andet", person=None)

    kept = Consent.objects.get(pk=before.pk)
    assert (kept.scope, kept.purpose, kept.person) == (
        SCOPE,
        "Fælles plan for praktik",
        as_ida.lise,
    )
    assert (kept.withdrawn_at, kept.withdrawn_by_id) == (NOW, as_ida.ida.user.pk)
    assert opened_by(before) == {goal}
    now = Consent.objects.get(pk=after.pk)
    assert (now.replaces, now.scope, now.purpose, now.person) == (
        kept,
        ["GOALS"],
        "Noget andet",
        None,
    )
    assert (now.from_on, now.until_on, now.how_given) == (TODAY, TOMORROW, HowGiven.READ_ALOUD)
    assert opened_by(after) == set()
    assert changes_by(as_ida.ida.actor, "consents.change_consent") == [
        ("UPDATE", "consents_consent"),
        ("INSERT", "consents_consent"),
    ]


def test_change_sent_twice_is_one_change(as_ida):
    before, key = give(as_ida, as_ida.ida), new_id()
    change(before, as_ida.ida, id=key)

    with pytest.raises(AlreadySaved):
        change(Consent.objects.get(pk=before.pk), as_ida.ida, id=key)

    assert Consent.objects.filter(replaces=before).count() == 1


@pytest.mark.parametrize("verb", [change, renew])
def test_what_somebody_else_changed_meanwhile_is_a_conflict(as_ida, verb):
    given = give(as_ida, as_ida.ida)
    stale = Consent.objects.get(pk=given.pk)
    change(given, as_ida.ida, purpose="Hurtigere")

    with pytest.raises(EditConflict) as conflict:
        verb(stale, as_ida.ida)

    assert conflict.value.current.withdrawn_at == NOW


@pytest.mark.parametrize("verb", [change, renew])
def test_what_was_taken_back_is_neither_changed_nor_renewed(as_ida, verb):
    over = withdraw(give(as_ida, as_ida.ida), as_ida.ida)

    with pytest.raises(Refused) as refused:
        verb(over, as_ida.ida)

    assert refused.value.reason == ConsentRefusal.ALREADY_WITHDRAWN


def test_the_teams_own_consent_is_not_changed(as_ida):
    with pytest.raises(Refused) as refused:
        change(Consent.objects.get(team=as_ida.team_one), as_ida.ida)

    assert refused.value.reason == ConsentRefusal.ENDS_COURSE


def run_out(cast):
    """A consent whose last day was yesterday, given when it was not."""
    past = NOW - dt.timedelta(days=3)
    return give_consent(
        id=new_id(),
        citizen=cast.kim.citizen,
        recipient=cast.job_centre,
        scope=SCOPE,
        purpose="Praktik",
        how_given=HowGiven.ORALLY,
        from_on=day_of(past),
        until_on=YESTERDAY,
        goals=[cast.kim.goal.pk],
        by=cast.ida.actor,
        at=past,
    )


def test_what_has_run_out_is_renewed_and_not_changed(as_ida):
    over = run_out(as_ida)

    with pytest.raises(Refused) as refused:
        change(over, as_ida.ida)
    assert refused.value.reason == ConsentRefusal.NOT_IN_FORCE

    renewed = renew(over, as_ida.ida)
    assert Consent.objects.get(pk=over.pk).withdrawn_at is None
    assert (renewed.replaces, renewed.from_on) == (over, TODAY)
    with pytest.raises(EditConflict):
        renew(over, as_ida.ida, version=1)
    with pytest.raises(Refused) as refused:
        renew(over, as_ida.ida, version=2)
    assert refused.value.reason == ConsentRefusal.ALREADY_RENEWED


def test_renewal_keeps_every_term_but_the_last_day(as_ida):
    goal = as_ida.kim.goal.pk
    before = give(as_ida, as_ida.ida, goals=[goal], person=as_ida.lise)

    after = renew(before, as_ida.ida, until_on=TODAY + dt.timedelta(days=300))

    kept, now = Consent.objects.get(pk=before.pk), Consent.objects.get(pk=after.pk)
    assert kept.withdrawn_at == NOW
    assert now.until_on == TODAY + dt.timedelta(days=300)
    terms = ("scope", "purpose", "how_given", "given_by", "person", "organisation", "citizen_id")
    assert [getattr(now, name) for name in terms] == [getattr(kept, name) for name in terms]
    assert opened_by(after) == {goal}


def test_renewal_ends_later_than_today(as_ida):
    with pytest.raises(Refused) as refused:
        renew(give(as_ida, as_ida.ida), as_ida.ida, until_on=YESTERDAY)

    assert refused.value.field == "until_on"


def test_the_teams_own_consent_is_renewed_too(as_ida):
    own = Consent.objects.get(team=as_ida.team_one)

    renewed = renew(own, as_ida.ida)

    assert list(Consent.objects.filter(team=as_ida.team_one, withdrawn_at=None)) == [renewed]


def test_other_team_changes_and_renews_nothing(cast):
    with acting(cast.ida.actor):
        given = give(cast, cast.ida)

    for verb in (change, renew):
        with acting(cast.omar.actor), pytest.raises((Refused, Consent.DoesNotExist)):
            verb(given, cast.omar)
