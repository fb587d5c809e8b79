"""What is agreed with partners, and when it is looked at again."""

import datetime as dt

import pytest

from hjemmebane.domain.partners.actions import change_agreement
from hjemmebane.domain.partners.choices import PartnerRefusal
from hjemmebane.domain.partners.models import CollaborationAgreement
from hjemmebane.domain.partners.queries import agreements_in_force, agreements_to_review
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW, employ
from tests.factories.partnership import AGREED, agree
from tests.factories.plans import TODAY, TOMORROW, refusal_of


def change(cast, agreement, by=None, **values):
    version = values.pop("version", agreement.version)
    return change_agreement(
        agreement=agreement, values=values, version=version, by=by or cast.ida.actor, at=NOW
    )


def test_agreement_is_kept_and_holds(as_ida):
    agree(as_ida, as_ida.ida.actor)

    [kept] = agreements_in_force([as_ida.municipality.pk])
    assert (kept.content, kept.contact_points) == (AGREED["content"], AGREED["contact_points"])


def test_agreement_past_its_day_waits_for_the_coordinator(cast):
    with acting(cast.bo.actor):
        agreement = agree(cast, cast.bo.actor, review_on=TODAY)

        assert list(agreements_to_review(cast.bo.actor, day=TODAY)) == []
        assert list(agreements_to_review(cast.bo.actor, day=TOMORROW)) == [agreement]
    with acting(cast.ida.actor):
        assert list(agreements_to_review(cast.ida.actor, day=TOMORROW)) == []


def test_draft_needs_no_days_and_holds_nothing(as_ida):
    agree(as_ida, as_ida.ida.actor, status="DRAFT", agreed_on=None, review_on=None)

    assert list(agreements_in_force([as_ida.municipality.pk])) == []


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"agreed_on": None}, PartnerRefusal.DAY_MISSING, "agreed_on"),
        ({"review_on": None}, PartnerRefusal.REVIEW_MISSING, "review_on"),
        ({"agreed_on": TOMORROW}, PartnerRefusal.FUTURE, "agreed_on"),
        ({"review_on": AGREED["agreed_on"]}, PartnerRefusal.REVIEW_TOO_EARLY, "review_on"),
        ({"content": "Om Kim, 070761-4285"}, PartnerRefusal.CPR_NUMBER, "content"),
        ({"contact_points": "0707614285"}, PartnerRefusal.CPR_NUMBER, "contact_points"),
    ],
)
def test_agreement_is_refused(as_ida, changes, reason, field):
    assert refusal_of(agree, cast=as_ida, by=as_ida.ida.actor, **changes) == (reason, field)
    agreement = agree(as_ida, as_ida.ida.actor)
    assert refusal_of(change, cast=as_ida, agreement=agreement, **changes) == (reason, field)


def test_partner_has_one_agreement_at_a_time(as_ida):
    first = agree(as_ida, as_ida.ida.actor)

    assert refusal_of(agree, cast=as_ida, by=as_ida.ida.actor) == (
        PartnerRefusal.AGREEMENT_EXISTS,
        None,
    )
    change(as_ida, first, status="ENDED")
    agree(as_ida, as_ida.ida.actor, content="En ny")
    assert refusal_of(change, cast=as_ida, agreement=first, status="DRAFT") == (
        PartnerRefusal.AGREEMENT_EXISTS,
        None,
    )


def test_double_submit_is_one_row(as_ida):
    first = agree(as_ida, as_ida.ida.actor)

    with pytest.raises(AlreadySaved):
        agree(as_ida, as_ida.ida.actor, id=first.pk)
    assert CollaborationAgreement.objects.count() == 1


def test_stale_change_is_noticed(as_ida):
    agreement = agree(as_ida, as_ida.ida.actor)
    change(as_ida, agreement, review_on=TODAY + dt.timedelta(days=200))

    with pytest.raises(EditConflict):
        change(as_ida, agreement, content="Andet", version=1)


def test_manager_keeps_agreements_too(cast):
    with acting(cast.mette.actor):
        agreement = agree(cast, cast.mette.actor)
        change(cast, agreement, by=cast.mette.actor, content="Rettet")

    assert agreement.content == "Rettet"


def test_other_municipalities_keep_out(cast):
    with acting(cast.ida.actor):
        agreement = agree(cast, cast.ida.actor)
    with acting(OPERATIONS):
        stranger = employ("Sten", "Bostøtte")

    with acting(stranger.actor):
        told = refusal_of(agree, cast=cast, by=stranger.actor)
        again = refusal_of(change, cast=cast, agreement=agreement, by=stranger.actor, content="A")
        rows = CollaborationAgreement.objects.filter(pk=agreement.pk)
        assert rows.update(content="Uden om reglen") == 0
    assert told == again == (PartnerRefusal.NOT_YOURS, None)
