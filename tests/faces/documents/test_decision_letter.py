"""The letter about a decision: tagged, in plain words, and neutral where a window shows it."""

import dataclasses
import io

import pytest
from pypdf import PdfReader

from hjemmebane.domain.courses.actions import change_early_contact, decide
from hjemmebane.domain.courses.choices import DecisionOutcome
from hjemmebane.domain.courses.queries import assessments_of, visible_early_contacts
from hjemmebane.faces.documents.decision_letter import decision_letter_pdf, document
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW
from tests.factories.courses import MATCH, assessed, spotted


@pytest.fixture
def letter(as_ida):
    """A decision with the early contact it is about, as the page asks for them."""

    def make(**changes):
        who = {"by": as_ida.ida.actor, "at": NOW}
        early = spotted(as_ida.team_one, as_ida.ida, given_name="Viggo", family_name="Skov")
        assessment = assessed(early, as_ida.ida)
        details = dataclasses.replace(MATCH, **changes)
        decide(id=new_id(), assessment=assessment, details=details, **who)
        seen = visible_early_contacts().get(pk=early.pk)
        return assessments_of(early.pk).get().decision, seen

    return make


def read(content):
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_letter_is_a_tagged_danish_document(letter):
    reader = PdfReader(io.BytesIO(decision_letter_pdf(*letter(), at=NOW)))

    root = reader.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "da")
    assert reader.metadata.title == "Du kan få hjælp fra teamet"


def test_letter_says_what_why_by_what_and_how_to_complain(letter):
    said = read(
        decision_letter_pdf(*letter(outcome=DecisionOutcome.NOT_NOW, reason="*Nej* #nu"), at=NOW)
    )

    for words in (
        "Viggo Skov",
        "Team et",
        "2. juni 2025",
        "du ikke får hjælp fra Team et lige nu",
        "*Nej* #nu",
        "Serviceloven § 85 (socialpædagogisk støtte)",
        "Du har fire uger",
        "Aabenby",
        "Ankestyrelsen",
    ):
        assert words in said


def test_window_shows_a_name_and_nothing_about_the_matter(letter):
    assert document(*letter())["recipient"] == "Viggo Skov"


def test_wish_for_a_supplier_is_answered(letter):
    said = read(
        decision_letter_pdf(
            *letter(
                legal_basis="SEL_85A",
                supplier_wish="Projekt Udenfor",
                supplier_reason="Vi følger dit ønske.",
            ),
            at=NOW,
        )
    )

    assert "Du ønsker hjælp fra: Projekt Udenfor. Vi følger dit ønske." in said


def test_provision_outside_the_method_is_looked_for_in_the_reason(letter):
    made = document(*letter(legal_basis="OTHER"))
    parts = {part["label"]: part["paragraphs"] for part in made["parts"]}

    assert parts["Loven, vi har brugt"] == ["Bestemmelsen er nævnt i begrundelsen ovenfor."]


def test_letter_takes_ten_thousand_characters_and_an_emoji(letter):
    content = decision_letter_pdf(*letter(reason="Langt 🦊 " * 1_100), at=NOW)

    assert len(PdfReader(io.BytesIO(content)).pages) > 1


def test_name_that_is_mended_later_is_the_one_on_the_letter(as_ida, letter):
    decision, early = letter()
    change_early_contact(
        early_contact=early,
        changes={"given_name": "Vigo"},
        version=early.version,
        by=as_ida.ida.actor,
        at=NOW,
    )

    assert document(decision, early)["recipient"] == "Vigo Skov"
