"""Fields taken from models, and fields that choose among records."""

import datetime as dt

import pytest
from django import forms

from hjemmebane.design.fields.choosing import OneOf, SomeOf
from hjemmebane.design.fields.moments import DateField, MomentField
from hjemmebane.design.fields.taken import CHOOSE, taken
from hjemmebane.domain.citizens.models import LifeSituation, NetworkPerson, Representative
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.contacts.models import Appointment, Contact
from hjemmebane.foundation.plain_words import PlainWords

SOS, VERA = NetworkPerson(name="Søs"), NetworkPerson(name="Vera")


@pytest.mark.parametrize(
    ("model", "name", "kind"),
    [
        (Consent, "until_on", DateField),
        (Appointment, "starts_at", MomentField),
        (Contact, "is_acute", forms.BooleanField),
    ],
)
def test_taken_field_has_the_label_of_the_model(model, name, kind):
    field, own = taken(model, name), model._meta.get_field(name)

    assert type(field) is kind
    assert field.label == own.verbose_name


def test_taken_field_has_the_limits_of_the_model():
    assert taken(LifeSituation, "text").max_length == 10_000
    assert taken(Representative, "note").max_length == 300
    assert taken(Contact, "direct_minutes").max_value == 24 * 60
    assert (taken(Consent, "until_on").required, taken(Consent, "from_on").required) == (
        False,
        True,
    )


def test_taken_choice_begins_with_the_default_or_with_an_empty_choice():
    assert taken(NetworkPerson, "kind").initial == "PRIVATE"
    assert ("", CHOOSE) not in taken(NetworkPerson, "kind").choices
    assert taken(Representative, "kind").choices[0] == ("", CHOOSE)


def test_taken_radio_buttons_are_the_choices_and_no_more():
    shown = taken(Representative, "kind", widget=forms.RadioSelect)

    assert ("", CHOOSE) not in shown.choices
    assert (shown.initial, shown.required) == (None, True)


def test_form_may_say_it_differently():
    field = taken(Contact, "travel_minutes", label="Vejen", required=False, initial=None)

    assert (field.label, field.required, field.initial) == ("Vejen", False, None)


@pytest.mark.parametrize(("model", "name"), [(Contact, "sub_goals"), (Contact, "staff")])
def test_way_back_from_another_model_is_not_filled_in(model, name):
    with pytest.raises(TypeError, match=name):
        taken(model, name)


class Circle(PlainWords, forms.Form):
    one = OneOf(label="Én", required=False, empty="Ingen")
    some = SomeOf(label="Nogle")


def circle(*arguments, **more):
    form = Circle(*arguments, **more)
    form.fields["one"].offer([SOS, VERA], lambda person: person.name.upper())
    form.fields["some"].offer([SOS, VERA])
    return form


def test_records_are_chosen_by_key_and_given_as_records():
    form = circle({"one": str(VERA.pk), "some": [str(SOS.pk)]})

    assert form.is_valid()
    assert (form.cleaned_data["one"], form.cleaned_data["some"]) == (VERA, [SOS])
    assert form.fields["one"].choices == [
        ("", "Ingen"),
        (str(SOS.pk), "SØS"),
        (str(VERA.pk), "VERA"),
    ]


def test_nobody_may_be_chosen_where_it_is_optional():
    assert circle({"some": [str(SOS.pk)]}).fields["one"].clean("") is None


def test_record_that_is_not_offered_is_unknown():
    form = circle({"one": str(NetworkPerson().pk), "some": ["7"]})

    assert form.errors == {
        name: ["Valget findes ikke længere. Vælg igen."] for name in ("one", "some")
    }


def test_chosen_records_are_shown_by_their_keys():
    form = circle(initial={"one": SOS, "some": [VERA]})

    assert (form["one"].value(), form["some"].value()) == (str(SOS.pk), [str(VERA.pk)])


def test_day_is_read_as_written():
    assert taken(Consent, "from_on").clean("3.5.2026") == dt.date(2026, 5, 3)
