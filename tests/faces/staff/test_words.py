"""A thing is called on the screen what the glossary calls it."""

import pytest

from hjemmebane.domain.courses.choices import CourseStatus
from hjemmebane.domain.plans.models import Plan
from hjemmebane.faces.staff.citizens.forms.overview import PrimaryContactForm
from tests.architecture.source import ROOT

GLOSSARY = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")


def in_glossary(code):
    """The first Danish word of the row that names this code."""
    rows = [line.strip("| ").split("|") for line in GLOSSARY.splitlines()]
    [words] = [cells[0] for cells in rows if f"`{code}`" in cells[-1].strip().split(", ")]
    return words.split(",")[0].strip()


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("purpose", Plan._meta.get_field("purpose").verbose_name),
        ("GuidingPurpose", Plan._meta.get_field("guiding_purposes").verbose_name),
        (
            "cross_professional_evaluation",
            Plan._meta.get_field("cross_professional_evaluation").verbose_name,
        ),
        ("ON_HOLD", CourseStatus.ON_HOLD.label),
        ("PrimaryContact", PrimaryContactForm.base_fields["staff_member"].label),
    ],
)
def test_label_is_the_word_of_the_glossary(code, label):
    assert label.lower() == in_glossary(code)
