"""How often contact is agreed, in words."""

from decimal import Decimal

import pytest

from hjemmebane.domain.courses.models import IntensityAgreement
from hjemmebane.faces.staff.courses.pages.standing import intensity_in_words


@pytest.mark.parametrize(
    ("contacts", "minutes", "told"),
    [
        ("2", None, "Lav: 2 kontakter om ugen"),
        ("1.0", 45, "Lav: 1 kontakt og 45 minutter om ugen"),
        (None, 45, "Lav: 45 minutter om ugen"),
        ("0.5", None, "Lav: en kontakt hver anden uge"),
        ("0.5", 45, "Lav: en kontakt hver anden uge og 45 minutter om ugen"),
        ("0.3", None, "Lav: en kontakt cirka hver tredje uge"),
        ("0.7", None, "Lav: 0,7 kontakter om ugen"),
        ("0", None, "Lav: 0 kontakter om ugen"),
    ],
)
def test_rare_contact_is_told_by_its_weeks(contacts, minutes, told):
    agreement = IntensityAgreement(
        level="LOW",
        contacts_per_week=None if contacts is None else Decimal(contacts),
        minutes_per_week=minutes,
    )

    assert intensity_in_words(agreement) == told
