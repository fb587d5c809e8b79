"""What a course still lacks after its start, as a quiet list until it is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.consents.queries import consents_of
from hjemmebane.domain.courses.models import Course, PrimaryContact
from hjemmebane.domain.courses.queries import start_form_of


@dataclass(frozen=True)
class NextStep:
    """Something to be done, and the route where it is; `anchor` is its place on that page."""

    label: str
    route: str
    anchor: str = ""


START_FORM = NextStep("Udfyld startskemaet", "staff:courses:start_form")
CONTACT_AGREEMENT = NextStep("Lav en kontaktaftale", "staff:courses:contact_agreement")
PRIMARY = NextStep(
    "Spørg, hvem der skal være primær kontaktperson", "staff:citizens:overview", "#kontaktperson"
)
PARTNERS = NextStep("Spørg om samtykke til dem, I samarbejder med", "staff:consents:new")


def next_steps(
    course: Course, primary: Sequence[PrimaryContact], *, has_agreement: bool
) -> list[NextStep]:
    """The steps not taken yet; two queries. Nothing is lacking once it has ended, or in death."""
    if not course.is_open or course.citizen.died_on:
        return []
    form = start_form_of(course.pk)
    to_partners = consents_of(course.citizen_id).filter(organisation__isnull=False)
    is_done = (
        (START_FORM, bool(form and form.completed_at)),
        (CONTACT_AGREEMENT, has_agreement),
        (PRIMARY, any(contact.until_on is None for contact in primary)),
        (PARTNERS, to_partners.exists()),
    )
    return [step for step, done in is_done if not done]
