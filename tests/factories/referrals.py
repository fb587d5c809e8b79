"""A referral as a stranger sends it, in the fewest words that are legal."""

from dataclasses import replace

from hjemmebane.domain.courses.actions import PUBLIC_REFERRAL, ReferralDetails, send_referral
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW

RIE = ReferralDetails(
    referrer_name="Rie Ravn",
    referrer_phone="12 34 56 78",
    citizen_name="Kim Kanin",
    difficulties="Hører stemmer om natten",
    why="Åbner ikke for andre",
)


def refer(team, *, key=None, details=RIE, cpr="", attachments=(), **changes):
    """Send a referral as nobody in particular; answers the receipt code."""
    with acting(PUBLIC_REFERRAL):
        return send_referral(
            id=key or new_id(),
            team_id=getattr(team, "pk", team),
            details=replace(details, **changes),
            cpr=cpr,
            attachments=attachments,
            by=PUBLIC_REFERRAL,
            at=NOW,
        )
