"""docs/forms.md maps the forms of the sources to fields that exist, and leaves none out."""

import re

from django.urls import NoReverseMatch, reverse

from hjemmebane.domain.courses import models
from hjemmebane.domain.courses.models import EndForm, Referral, StartForm
from hjemmebane.domain.method.queries import current_pack
from tests.architecture.source import ROOT

FORMS = (ROOT / "docs" / "forms.md").read_text(encoding="utf-8")
IN_CODE = re.compile(r"`([^`]+)`")
SOMEBODY = "01890000-0000-7000-8000-000000000000"


def is_field(name: str) -> bool:
    model, _, field = name.partition(".")
    known = getattr(models, model, None)
    return bool(known) and field in {f.name for f in known._meta.get_fields()}


def is_choice_list(name: str) -> bool:
    return name in {one.code for one in current_pack().choice_lists}


def is_page(name: str) -> bool:
    try:
        return bool(reverse(name, args=[SOMEBODY]))
    except NoReverseMatch:
        return False


def unknown(text: str) -> set[str]:
    """Names in code that are no field, no list of the method, no page and no file of the house."""
    return {
        name
        for name in IN_CODE.findall(text)
        if not (is_field(name) or is_choice_list(name) or is_page(name))
        and not (ROOT / "src" / "hjemmebane" / name).is_file()
    }


def unmapped(text: str) -> set[str]:
    """Fields that a person fills in and that the document does not place."""
    named = set(IN_CODE.findall(text))
    filled = {
        f"{model.__name__}.{field.name}"
        for model in (Referral, StartForm, EndForm)
        for field in model._meta.fields
        if field.editable and field.name not in {"course", "status"}
    }
    return filled - named


def test_every_name_in_the_field_map_exists():
    assert unknown(FORMS) == set()


def test_every_field_that_is_filled_in_has_its_row():
    assert unmapped(FORMS) == set()


def test_a_name_that_is_gone_is_found():
    seeded = FORMS + "\n| figure Q | `StartForm.horoscope` `staff:courses:nowhere` `CASTLES` | |\n"

    assert unknown(seeded) == {"StartForm.horoscope", "staff:courses:nowhere", "CASTLES"}


def test_a_field_without_a_row_is_found():
    assert unmapped(FORMS.replace("`StartForm.note`", "a remark")) == {"StartForm.note"}
