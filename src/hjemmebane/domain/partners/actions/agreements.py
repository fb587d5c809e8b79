import datetime as dt
from collections.abc import Mapping
from copy import copy
from uuid import UUID

from hjemmebane.domain.partners.models import CollaborationAgreement, PartnerOrganisation
from hjemmebane.domain.partners.rules import check_agreement, check_works_for
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns


@action
def agree_with_partner(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    organisation: PartnerOrganisation,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> CollaborationAgreement:
    """Write down what is agreed with a partner, or on its way.

    values: content, contact_points, status, agreed_on and review_on. Refuses a second agreement,
    one in force without its days, days in the wrong order or to come, a CPR number, and somebody
    who works for another municipality.
    """
    agreement = CollaborationAgreement(
        id=id, organisation=organisation, recorded_by_id=by.user_id, recorded_at=at, **values
    )
    take_turns(f"partners.agree_with_partner {organisation.pk}")
    agreement.check_unsent()
    check_works_for(by, organisation.municipality, today=day_of(at))
    check_agreement(agreement, today=day_of(at))
    return agreement.insert()


@action
def change_agreement(
    *,
    agreement: CollaborationAgreement,
    values: Mapping[str, object],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> CollaborationAgreement:
    """Write an agreement anew, or say when it is looked at again; the history keeps what stood.

    Refuses as when it was written. Raises EditConflict when somebody else saved since `version`.
    """
    take_turns(f"partners.agree_with_partner {agreement.organisation_id}")
    draft = copy(agreement)
    for name, value in values.items():
        setattr(draft, name, value)
    check_works_for(by, agreement.organisation.municipality, today=day_of(at))
    check_agreement(draft, today=day_of(at))
    return agreement.save_changes(values, version=version)
