from uuid import UUID

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict

from hjemmebane.domain.citizens.choices import CitizenRefusal, Closeness
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.forms import Difference, RecordForm, attempt
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict, Record, RecordRefusal


class PersonForm(RecordForm):
    name = forms.CharField(label="Navn")
    closeness = forms.ChoiceField(label="Nærhed", choices=Closeness)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)


@pytest.fixture
def form():
    """A sent form that its own fields accept."""
    sent = PersonForm(QueryDict("name=Ida&closeness=CLOSE&note=a%0D%0Ab&version=1"))
    assert sent.is_valid()
    return sent


def raises(error):
    def action(**arguments):
        raise error

    return action


def person(**values):
    return NetworkPerson(**{"name": "Ida", "closeness": "CLOSE", "version": 2, **values})


def test_blank_form_carries_a_new_id_each_time():
    one, other = PersonForm.blank(name="Bo"), PersonForm.blank()

    assert one.initial["id"] != other.initial["id"]
    assert one.initial["name"] == "Bo"


def test_form_of_a_record_carries_values_and_version():
    record = person()

    form = PersonForm.of(record, note="Til siden")

    assert form.initial == {
        "id": record.pk,
        "name": "Ida",
        "closeness": "CLOSE",
        "version": 2,
        "note": "Til siden",
    }


def test_values_are_what_was_typed_without_the_hidden_fields(form):
    assert form.values() == {"name": "Ida", "closeness": "CLOSE", "note": "a\nb"}


def test_success_answers_with_the_result_and_passes_arguments_on(form):
    given = {}

    def action(**arguments):
        given.update(arguments)
        return "gemt"

    assert attempt(form, action, who="Ida", at=1) == "gemt"
    assert given == {"who": "Ida", "at": 1}
    assert (form.status, form.errors) == (200, {})


def test_double_submit_answers_with_the_row_that_is_there(form):
    record = person()

    assert attempt(form, raises(AlreadySaved(record))) is record
    assert (form.status, form.errors) == (200, {})


@pytest.mark.parametrize("reason", RecordRefusal)
def test_key_that_cannot_be_used_is_exchanged_so_the_words_can_be_sent_again(form, reason):
    attempt(form, raises(Refused(reason)))

    assert form.status == 422
    assert form.data["name"] == "Ida"
    assert UUID(form.data["id"]).version == 7


def test_refusal_lands_beside_its_field(form):
    answer = attempt(form, raises(Refused(CitizenRefusal.EMPTY, field="name")))

    assert answer is None
    assert (form.status, form.errors) == (422, {"name": ["Feltet skal udfyldes."]})


@pytest.mark.parametrize("field", [None, "born_on"])
def test_refusal_without_its_field_lands_on_top(form, field):
    attempt(form, raises(Refused(CitizenRefusal.EMPTY, field=field)))

    assert (form.status, form.errors) == (422, {"__all__": ["Feltet skal udfyldes."]})


def test_every_invalid_field_is_told(form):
    invalid = ValidationError({"name": ["For lang", "For grim"], "phone": ["Kun tal"]})

    assert attempt(form, raises(invalid)) is None
    assert form.status == 422
    assert form.errors == {"name": ["For lang", "For grim"], "__all__": ["Kun tal"]}


def test_invalid_record_without_fields_is_told_on_top(form):
    attempt(form, raises(ValidationError("Nej")))

    assert form.errors == {"__all__": ["Nej"]}


def test_other_errors_are_not_hidden(form):
    with pytest.raises(ZeroDivisionError):
        attempt(form, raises(ZeroDivisionError()))


def test_conflict_shows_both_and_the_next_try_saves_the_typed(form):
    theirs = person(name="Bo", closeness="DISTANT", version=7)

    answer = attempt(form, raises(EditConflict(theirs)))

    assert (answer, form.status) == (None, 409)
    assert form.differences == (
        Difference("Navn", "Bo", "Ida"),
        Difference("Nærhed", "På afstand", "Tæt på"),
        Difference("Note", "", "a\nb"),
    )
    assert form["version"].value() == "7"
    assert (form["name"].value(), form["note"].value()) == ("Ida", "a\nb")
    again = PersonForm(form.data)
    assert again.is_valid()
    assert (again.cleaned_data["version"], again.cleaned_data["name"]) == (7, "Ida")


def test_conflict_in_unshown_fields_shows_no_difference(form):
    attempt(form, raises(EditConflict(person(phone="12"))))

    assert (form.status, form.differences) == (
        409,
        (Difference("Note", "", "a\nb"),),
    )


def test_refusals_are_logged_by_code_and_never_by_content(form, caplog):
    caplog.set_level("INFO")
    attempt(form, raises(Refused(CitizenRefusal.EMPTY)))

    assert "EMPTY" in caplog.text
    assert "Ida" not in caplog.text


@pytest.mark.parametrize(
    ("sent", "field"),
    [("id=7", "id"), ("version=0", "version"), ("version=x", "version")],
)
def test_made_up_hidden_field_is_refused(sent, field):
    form = PersonForm(QueryDict(f"name=Ida&closeness=CLOSE&{sent}"))

    assert list(form.errors) == [field]


def test_every_record_can_meet_a_form():
    assert issubclass(NetworkPerson, Record)
    assert issubclass(Record, models.Model)
    assert RecordForm.blank(id=new_id()).initial["id"].version == 7
