"""The page Afslutning: what is agreed about the ending, and what can happen now."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.courses.choices import EndingReason
from hjemmebane.domain.courses.models import Ending
from hjemmebane.domain.courses.queries import ending_of, transition_staff_of
from hjemmebane.faces.documents.wording import lines_of
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.courses.pages.course import FormOnPage, end_form_on_page
from hjemmebane.faces.staff.facts import stated
from hjemmebane.foundation.written import written_day


@dataclass(frozen=True)
class EndingOnPage:
    """An ending in words."""

    record: Ending
    own_needs: str
    results: Sequence[str]
    texts: Sequence[tuple[str, str]]
    facts: Sequence[tuple[str, str]]
    staff: Sequence[str]
    is_withdrawn: bool


@dataclass(frozen=True)
class EndingPage:
    """ending is None until it was begun; the course may then still be open.

    end_form: from then on, also after the course has ended.
    """

    ending: EndingOnPage | None
    can_return: bool
    end_form: FormOnPage | None
    path_url: str
    team_url: str


def ending_page(frame: CitizenFrame) -> EndingPage:
    ending, citizen = ending_of(frame.course.pk), frame.citizen
    nothing_open = not any(course.is_open for course in (frame.course, *frame.others))
    return EndingPage(
        ending=ending_on_page(ending) if ending else None,
        can_return=nothing_open and citizen.died_on is None,
        end_form=end_form_on_page(frame) if ending or not frame.course.is_open else None,
        path_url=frame.url("staff:documents:path"),
        team_url=frame.url("staff:documents:team"),
    )


def ending_on_page(ending: Ending) -> EndingOnPage:
    return EndingOnPage(
        record=ending,
        own_needs=ending.own_needs,
        results=lines_of(ending.results_to_keep),
        texts=stated(
            [
                ("Uddybning", ending.explanation),
                ("Aftaler med dem, der tager over", ending.transition_plan),
            ]
        ),
        facts=facts_of(ending),
        staff=[row.staff_member.name for row in transition_staff_of(ending)],
        is_withdrawn=ending.reason == EndingReason.CONSENT_WITHDRAWN,
    )


def facts_of(ending: Ending) -> list[tuple[str, str]]:
    facts = [
        ("Hvorfor", ending.get_reason_display()),
        ("Taget op", written_day(ending.begun_on)),
        ("Hvem tager over", str(ending.next_provider or "")),
        ("Kontaktperson dér", ending.next_contact),
        ("Overgang til", written_day(ending.transition_until)),
    ]
    return stated(facts)
