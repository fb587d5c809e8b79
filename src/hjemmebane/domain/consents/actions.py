import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.consents.choices import ConsentedKind, ConsentScope
from hjemmebane.domain.consents.models import Consent, ConsentedItem
from hjemmebane.domain.consents.queries import (
    consents_in_force,
    goals_opened_by,
    team_consents_to_change,
)
from hjemmebane.domain.consents.rules import (
    check_can_change,
    check_can_give,
    check_can_renew,
    check_can_withdraw,
    check_is_latest,
    check_is_told_plainly,
    check_team_first,
    check_works_there,
)
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of

# What a changed consent may say otherwise; whose it is and to whom stays.
CHANGEABLE = ("scope", "purpose", "how_given", "given_by", "until_on", "person")


@action
def give_consent(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    citizen: Citizen,
    recipient: Team | PartnerOrganisation,
    scope: Sequence[str],
    purpose: str,
    how_given: str,
    given_by: str = "",
    from_on: dt.date,
    until_on: dt.date | None = None,
    person: PartnerPerson | None = None,
    goals: Collection[UUID] = (),
    by: Actor,
    at: dt.datetime,
) -> Consent:
    """Record the citizen's yes to one recipient: what it opens, why, how and for how long.

    person: the only one at the partner whom it is for. goals: the goals it opens, one by one.
    given_by: who said yes for the citizen, when somebody else did.
    Refuses a partner while no team has the citizen's yes, and a person who works elsewhere.
    """
    consent = Consent(
        id=id,
        citizen=citizen,
        team=recipient if isinstance(recipient, Team) else None,
        organisation=recipient if isinstance(recipient, PartnerOrganisation) else None,
        person=person,
        scope=list(scope),
        purpose=purpose.strip(),
        how_given=how_given,
        given_by=given_by,
        from_on=from_on,
        until_on=until_on,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    _check(consent, recipient, today=day_of(at))
    return _insert(consent, goals)


@action
def change_consent(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    consent: Consent,
    values: Mapping[str, object],
    goals: Collection[UUID],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Consent:
    """What the citizen now says yes to instead, from this moment: a new consent in its place.

    values: scope, purpose, how_given, given_by, until_on and person; what is left out stays as it
    was. The one before is withdrawn in the same transaction and kept, so that what was read while
    it held rests on it for ever. Refuses what is over, and the team's own. Raises EditConflict.
    """
    changed = _instead_of(consent, id, values, by=by, at=at)
    changed.check_unsent()
    check_can_change(consent, today=day_of(at))
    if consent.organisation:
        _check(changed, consent.organisation, today=day_of(at))
    consent.save_changes({"withdrawn_at": at, "withdrawn_by_id": by.user_id}, version=version)
    return _insert(changed, goals)


@action
def renew_consent(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    consent: Consent,
    until_on: dt.date,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Consent:
    """The citizen says yes once more to the very same: a new consent with another last day.

    Also where it has run out, and to a team. Refuses what was taken back. Raises EditConflict.
    """
    renewed = _instead_of(consent, id, {"until_on": until_on}, by=by, at=at)
    renewed.check_unsent()
    check_can_renew(consent)
    recipient = consent.organisation or consent.team
    if recipient:
        _check(renewed, recipient, today=day_of(at))
    has_run_out = consent.until_on and consent.until_on < day_of(at)
    # What has run out needs no taking back, but is counted on, so that it is renewed once.
    over = {} if has_run_out else {"withdrawn_at": at, "withdrawn_by_id": by.user_id}
    goals = goals_opened_by(consent)
    consent.save_changes(over, version=version)
    check_is_latest(consent)
    return _insert(renewed, goals)


@action
def withdraw_consent(*, consent: Consent, version: int, by: Actor, at: dt.datetime) -> Consent:
    """Close what the consent opened, from this moment.

    Refuses the team's own consent: that is the ending of a course, an action of the courses room.
    """
    check_can_withdraw(consent)
    return consent.save_changes(
        {"withdrawn_at": at, "withdrawn_by_id": by.user_id}, version=version
    )


@action
def close_consents(*, citizen: Citizen, team: Team, by: Actor, at: dt.datetime) -> None:
    """Withdraw the team's consent and those to partners, which rest on it.

    Consents to partners stay while another team still has the citizen's yes.
    """
    to_teams = team_consents_to_change(citizen.pk, day=day_of(at))
    own = [consent for consent in to_teams if consent.team_id == team.pk]
    in_force = consents_in_force(citizen.pk, day=day_of(at))
    closed = own if len(own) < len(to_teams) else list(in_force)
    for consent in closed:
        changes = {"withdrawn_at": at, "withdrawn_by_id": by.user_id}
        consent.save_changes(changes, version=consent.version)


def _instead_of(
    consent: Consent,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    values: Mapping[str, object],
    *,
    by: Actor,
    at: dt.datetime,
) -> Consent:
    """A consent from today on with the terms of another, except those that are said anew."""
    return Consent(
        id=id,
        citizen=consent.citizen,
        team=consent.team,
        organisation=consent.organisation,
        replaces=consent,
        **{name: values.get(name, getattr(consent, name)) for name in CHANGEABLE},
        from_on=day_of(at),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )


def _check(consent: Consent, recipient: Team | PartnerOrganisation, *, today: dt.date) -> None:
    check_can_give(
        scope=consent.scope, from_on=consent.from_on, until_on=consent.until_on, today=today
    )
    check_works_there(consent.person, recipient)
    if consent.organisation_id:
        check_is_told_plainly(consent, today=today)
        check_team_first(consent.citizen_id, today=today)


def _insert(consent: Consent, goals: Collection[UUID]) -> Consent:
    """Store a consent with the goals it opens; goals only count where the scope has them."""
    consent.insert()
    for goal_id in goals if ConsentScope.GOALS in consent.scope else ():
        ConsentedItem(
            consent=consent,
            citizen_id=consent.citizen_id,
            kind=ConsentedKind.GOAL,
            item_id=goal_id,
            recorded_by_id=consent.recorded_by_id,
            recorded_at=consent.recorded_at,
        ).insert()
    return consent
