import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from hjemmebane.domain.method.content.entries import RoleField, RoleOwner
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.partners.choices import AgreementStatus
from hjemmebane.domain.partners.models import (
    CollaborationAgreement,
    CommunityOffer,
    PartnerFunction,
    PartnerOrganisation,
    PartnerPerson,
)
from hjemmebane.domain.teams.queries import coordinated_with
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.alphabet import alphabetical


def organisations_of(municipality_ids: Iterable[UUID]) -> QuerySet[PartnerOrganisation]:
    """The partners in some municipalities, in order of name."""
    return PartnerOrganisation.objects.filter(municipality_id__in=list(municipality_ids)).order_by(
        alphabetical("name"), "pk"
    )


def people_at_partners(municipality_ids: Iterable[UUID]) -> QuerySet[PartnerPerson]:
    """The people at the partners of some municipalities, with their organisation."""
    return (
        PartnerPerson.objects.filter(organisation__municipality_id__in=list(municipality_ids))
        .select_related("organisation")
        .order_by(alphabetical("organisation__name"), alphabetical("name"), "pk")
    )


def working_at_partners(
    municipality_ids: Iterable[UUID], *, day: dt.date
) -> QuerySet[PartnerPerson]:
    """Those of them who still work there on a day."""
    stays = Q(left_on__isnull=True) | Q(left_on__gt=day)
    return people_at_partners(municipality_ids).filter(stays)


def organisations_to_show(municipality_ids: Iterable[UUID]) -> QuerySet[PartnerOrganisation]:
    """The partners with their people and their agreements, in three queries."""
    people = PartnerPerson.objects.order_by("-is_resource", alphabetical("name"), "pk")
    agreements = CollaborationAgreement.objects.order_by("-recorded_at", "-pk")
    return (
        organisations_of(municipality_ids)
        .select_related("municipality")
        .prefetch_related(Prefetch("people", people), Prefetch("agreements", agreements))
    )


def present_agreement(organisation: PartnerOrganisation) -> CollaborationAgreement | None:
    """The agreement that holds or is on its way, of a partner whose agreements were asked for."""
    return next(
        (one for one in organisation.agreements.all() if one.status != AgreementStatus.ENDED), None
    )


def function_of(organisation: PartnerOrganisation) -> PartnerFunction | None:
    """What is written of what a partner is for."""
    return PartnerFunction.objects.filter(organisation=organisation).first()


def function_lines(method_pack: str) -> list[RoleField]:
    """The lines that a method has for what a partner is for."""
    return pack(method_pack).role_fields_of(RoleOwner.PARTNER)


def agreements_in_force(municipality_ids: Iterable[UUID]) -> QuerySet[CollaborationAgreement]:
    """What was agreed with the partners of some municipalities, those to be looked at first first.

    Past its `review_on` nobody knows whether an agreement still holds.
    """
    return (
        CollaborationAgreement.objects.filter(
            organisation__municipality_id__in=list(municipality_ids),
            status=AgreementStatus.IN_FORCE,
        )
        .select_related("organisation")
        .order_by("review_on", "pk")
    )


def agreements_to_review(actor: Actor, *, day: dt.date) -> QuerySet[CollaborationAgreement]:
    """The agreements that should have been looked at before a day, the longest waiting first.

    For those who coordinate a team in the partner's municipality; for others none. One query.
    """
    led = coordinated_with(actor, day).values("team__municipality_id")
    return (
        CollaborationAgreement.objects.filter(
            organisation__municipality_id__in=led,
            status=AgreementStatus.IN_FORCE,
            review_on__lt=day,
        )
        .select_related("organisation")
        .order_by("review_on", "pk")
    )


def offers_in(municipality_ids: Iterable[UUID]) -> QuerySet[CommunityOffer]:
    """The associations, drop-ins and clubs there are, by name; not those that closed."""
    return all_offers_in(municipality_ids).filter(is_closed=False)


def all_offers_in(municipality_ids: Iterable[UUID]) -> QuerySet[CommunityOffer]:
    """Those that closed, too."""
    return CommunityOffer.objects.filter(municipality_id__in=list(municipality_ids)).order_by(
        alphabetical("name"), "pk"
    )
