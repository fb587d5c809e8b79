import datetime as dt
from collections.abc import Iterable, Mapping

from hjemmebane.domain.partners.choices import AgreementStatus, PartnerRefusal
from hjemmebane.domain.partners.models import (
    CollaborationAgreement,
    CommunityOffer,
    PartnerOrganisation,
    PartnerPerson,
)
from hjemmebane.domain.partners.queries import function_of, organisations_of
from hjemmebane.domain.teams.models import Municipality
from hjemmebane.domain.teams.queries import teams_managed_by, teams_worked_in
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.cpr import holds_cpr
from hjemmebane.foundation.decisions import Refused


def check_name_is_free(
    municipality: Municipality, name: str, *, besides: PartnerOrganisation | None = None
) -> None:
    """Each partner of a municipality is written down once."""
    there = organisations_of([municipality.pk]).filter(name=name)
    if besides:
        there = there.exclude(pk=besides.pk)
    if there.exists():
        raise Refused(PartnerRefusal.NAME_TAKEN, field="name")


def check_offer_is_new(offer: CommunityOffer) -> None:
    """Each offer of a municipality is written down once, also one that closed."""
    there = CommunityOffer.objects.filter(municipality_id=offer.municipality_id, name=offer.name)
    if there.exclude(pk=offer.pk).exists():
        raise Refused(PartnerRefusal.OFFER_TAKEN, field="name")


def check_works_for(actor: Actor, municipality: Municipality, *, today: dt.date) -> None:
    """What a municipality knows is kept by those who work in its teams or answer for them, and by
    operations.
    """
    if not actor.is_person:
        return
    mine = [*teams_worked_in(actor, today), *teams_managed_by(actor, today)]
    if municipality.pk not in {team.municipality_id for team in mine}:
        raise Refused(PartnerRefusal.NOT_YOURS)


def check_agreement(agreement: CollaborationAgreement, *, today: dt.date) -> None:
    """What holds has a day it was agreed and a later one to look at it again; no citizen is named.

    A partner has one agreement at a time.
    """
    _check_no_cpr(agreement, ("content", "contact_points"), today)
    _check_days(agreement, today)
    others = CollaborationAgreement.objects.filter(organisation_id=agreement.organisation_id)
    if (
        agreement.status != AgreementStatus.ENDED
        and others.exclude(status=AgreementStatus.ENDED).exclude(pk=agreement.pk).exists()
    ):
        raise Refused(PartnerRefusal.AGREEMENT_EXISTS)


def _check_days(agreement: CollaborationAgreement, today: dt.date) -> None:
    if agreement.status == AgreementStatus.IN_FORCE:
        if not agreement.agreed_on:
            raise Refused(PartnerRefusal.DAY_MISSING, field="agreed_on")
        if not agreement.review_on:
            raise Refused(PartnerRefusal.REVIEW_MISSING, field="review_on")
    if agreement.agreed_on and agreement.agreed_on > today:
        raise Refused(PartnerRefusal.FUTURE, field="agreed_on")
    if agreement.agreed_on and agreement.review_on and agreement.review_on <= agreement.agreed_on:
        raise Refused(PartnerRefusal.REVIEW_TOO_EARLY, field="review_on")


def check_function(answers: Mapping[str, str], *, today: dt.date) -> None:
    """Something is said, and no line names a citizen by number."""
    if not answers:
        raise Refused(PartnerRefusal.NOTHING_WRITTEN)
    for code, words in answers.items():
        if holds_cpr(words, today=today):
            raise Refused(PartnerRefusal.CPR_NUMBER, field=code)


def check_has_no_function(organisation: PartnerOrganisation) -> None:
    """There is one, and it is changed."""
    if function_of(organisation):
        raise Refused(PartnerRefusal.FUNCTION_EXISTS)


def check_offer(offer: CommunityOffer, *, today: dt.date) -> None:
    """It can be found by a theme, was seen to on a day that has come, and names no citizen."""
    if not offer.themes:
        raise Refused(PartnerRefusal.THEME_MISSING, field="themes")
    if offer.checked_on > today:
        raise Refused(PartnerRefusal.FUTURE, field="checked_on")
    _check_no_cpr(offer, ("about", "barrier"), today)


def _check_no_cpr(
    record: CollaborationAgreement | CommunityOffer, fields: Iterable[str], today: dt.date
) -> None:
    for field in fields:
        if holds_cpr(getattr(record, field), today=today):
            raise Refused(PartnerRefusal.CPR_NUMBER, field=field)


def check_is_there(person: PartnerPerson) -> None:
    """Somebody leaves a place once."""
    if person.left_on:
        raise Refused(PartnerRefusal.HAS_LEFT)


def check_has_come(left_on: dt.date, *, at: dt.datetime) -> None:
    """What is open follows the day somebody left, so it is written when it is there."""
    if left_on > day_of(at):
        raise Refused(PartnerRefusal.YET_TO_COME, field="left_on")


def check_is_elsewhere(person: PartnerPerson, organisation: PartnerOrganisation) -> None:
    """A new place is another than the old one."""
    if person.organisation_id == organisation.pk:
        raise Refused(PartnerRefusal.SAME_PLACE, field="organisation")
