import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import consents_in_force, team_consents_to_change
from hjemmebane.domain.consents.rules import check_can_give, check_can_withdraw, check_team_first
from hjemmebane.domain.partners.models import PartnerOrganisation
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of


@action
def give_consent(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    citizen: Citizen,
    recipient: Team | PartnerOrganisation,
    scope: Sequence[str],
    purpose: str,
    how_given: str,
    from_on: dt.date,
    until_on: dt.date | None = None,
    by: Actor,
    at: dt.datetime,
) -> Consent:
    """Record the citizen's yes to one recipient: what it opens, why, how and for how long.

    Refuses a partner while no team has the citizen's yes.
    """
    check_can_give(scope=scope, from_on=from_on, until_on=until_on, today=day_of(at))
    if isinstance(recipient, PartnerOrganisation):
        check_team_first(citizen.pk, today=day_of(at))
    consent = Consent(
        id=id,
        citizen=citizen,
        team=recipient if isinstance(recipient, Team) else None,
        organisation=recipient if isinstance(recipient, PartnerOrganisation) else None,
        scope=list(scope),
        purpose=purpose.strip(),
        how_given=how_given,
        from_on=from_on,
        until_on=until_on,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return consent.insert()


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
