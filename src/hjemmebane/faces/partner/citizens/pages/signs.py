"""Whether the citizen came by: what one told last, and whether the team has asked."""

from dataclasses import dataclass

from hjemmebane.domain.sharing.queries import open_sign_requests, own_signs
from hjemmebane.faces.partner.citizens.forms import SignForm
from hjemmebane.faces.partner.visits import Visit
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day


@dataclass(frozen=True)
class SignsOnPage:
    """is_asked: the team would like to know. last: the last day one told of, in a sentence."""

    is_asked: bool
    last: str
    form: SignForm
    url: str


def signs_on_page(visit: Visit, telling: SignForm | None) -> SignsOnPage:
    """Two queries. `telling` is a form that was refused, as it was typed."""
    today = day_of(visit.at)
    last = own_signs(visit.course_id, visit.partner).first()
    day = "i dag" if last and last.seen_on == today else written_day(last.seen_on if last else None)
    return SignsOnPage(
        is_asked=open_sign_requests(visit.course_id).exists(),
        last=f"Du har fortalt det {day}." if last else "",
        form=telling or SignForm(first={"seen_on": today}),
        url=visit.url("sign"),
    )
