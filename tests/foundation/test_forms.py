import datetime as dt
from decimal import Decimal
from uuid import UUID

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict

from hjemmebane.domain.citizens.choices import CitizenRefusal, Closeness
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.differences import Difference, in_words
from hjemmebane.foundation.forms import OVERTAKEN, RecordForm, WarnedForm
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict, Record, RecordRefusal


class PersonForm(RecordForm):
    name = forms.CharField(label="Navn")
    closeness = forms.ChoiceField(label="Nærhed", choices=Closeness)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)


class NotedForm(PersonForm):
    """A note is not a person's own field; this form knows where it is kept."""

    def stored(self, record):
        return {**super().stored(record), "note": "Hans"}


SENT = "name=Ida&closeness=CLOSE&note=a%0D%0Ab&version=1"


@pytest.fixture
def form():
    """A sent form for somebody new that its own fields accept."""
    sent = PersonForm(QueryDict(f"{SENT}&id={new_id()}"))
    assert sent.is_sent()
    return sent


@pytest.fixture
def edited():
    """A sent form for somebody who is there."""
    sent = NotedForm(QueryDict(SENT), record=person())
    assert sent.is_sent()
    return sent


def raises(error):
    def action(**arguments):
        raise error

    return action


def person(**values):
    return NetworkPerson(**{"name": "Ida", "closeness": "CLOSE", "version": 2, **values})


def test_form_for_something_new_carries_a_new_id_each_time():
    one, other = PersonForm(first={"name": "Bo"}), PersonForm()

    assert one.initial["id"] != other.initial["id"]
    assert one.initial["name"] == "Bo"
    assert (one.is_sent(), one.status) == (False, 200)


def test_form_of_a_record_carries_values_and_version():
    record = person()

    form = PersonForm(record=record, first={"note": "Til siden"})

    assert form.initial == {
        "id": record.pk,
        "name": "Ida",
        "closeness": "CLOSE",
        "version": 2,
        "note": "Til siden",
    }


def test_choices_are_offered_when_the_form_is_made():
    class Offering(PersonForm):
        def fit(self, *, shown):
            self.fields["closeness"].choices = [(c, c) for c in shown if c != self.record.closeness]

    assert Offering(record=person(), shown=["CLOSE", "FAR"])["closeness"].field.choices == [
        ("FAR", "FAR")
    ]


@pytest.mark.parametrize("sent", ["", "&id=", "&id=7"])
def test_new_form_without_its_id_is_refused_and_gets_one(sent):
    form = PersonForm(QueryDict(SENT + sent))

    assert not form.is_sent()
    assert (form.status, list(form.errors)) == (422, ["id"])
    assert form["name"].value() == "Ida"
    again = PersonForm(form.data)
    assert again.is_sent()
    assert again.row_id.version == 7


def test_form_of_a_record_needs_no_id_and_lacking_a_version_saw_none():
    form = PersonForm(QueryDict("name=Ida&closeness=CLOSE"), record=person())

    assert form.is_sent()
    assert form.version_seen == 0


def test_values_are_what_was_typed_without_the_hidden_fields(form):
    assert form.values() == {"name": "Ida", "closeness": "CLOSE", "note": "a\nb"}


def test_success_keeps_the_result_and_passes_arguments_on(form):
    given = {}

    def action(**arguments):
        given.update(arguments)
        return "gemt"

    assert form.does(action, who="Ida", at=1)
    assert given == {"who": "Ida", "at": 1}
    assert (form.result, form.status, form.errors) == ("gemt", 200, {})


def test_double_submit_answers_with_the_row_that_is_there(form):
    record = person()

    assert form.does(raises(AlreadySaved(record)))
    assert (form.result, form.status, form.errors) == (record, 200, {})


@pytest.mark.parametrize("reason", RecordRefusal)
def test_key_that_cannot_be_used_is_exchanged_so_the_words_can_be_sent_again(form, reason):
    form.does(raises(Refused(reason)))

    assert form.status == 422
    assert form.data["name"] == "Ida"
    assert UUID(form.data["id"]).version == 7


def test_refusal_lands_beside_its_field(form):
    assert not form.does(raises(Refused(CitizenRefusal.EMPTY, field="name")))
    assert (form.status, form.errors) == (422, {"name": ["Feltet skal udfyldes."]})


@pytest.mark.parametrize("field", [None, "born_on"])
def test_refusal_without_its_field_lands_on_top(form, field):
    form.does(raises(Refused(CitizenRefusal.EMPTY, field=field)))

    assert (form.status, form.errors) == (422, {"__all__": ["Feltet skal udfyldes."]})


def test_every_invalid_field_is_told(form):
    invalid = ValidationError({"name": ["For lang", "For grim"], "phone": ["Kun tal"]})

    assert not form.does(raises(invalid))
    assert form.status == 422
    assert form.errors == {"name": ["For lang", "For grim"], "__all__": ["Kun tal"]}


def test_invalid_record_without_fields_is_told_on_top(form):
    form.does(raises(ValidationError("Nej")))

    assert form.errors == {"__all__": ["Nej"]}


def test_other_errors_are_not_hidden(form):
    with pytest.raises(ZeroDivisionError):
        form.does(raises(ZeroDivisionError()))


def test_conflict_shows_both_and_the_next_try_saves_the_typed(edited):
    theirs = person(name="Bo", closeness="DISTANT", version=7)

    assert not edited.does(raises(EditConflict(theirs)))
    assert edited.status == 409
    assert edited.differences == (
        Difference("Navn", "Bo", "Ida"),
        Difference("Nærhed", "På afstand", "Tæt på"),
        Difference("Note", "Hans", "a\nb"),
    )
    assert edited["version"].value() == "7"
    assert (edited["name"].value(), edited["note"].value()) == ("Ida", "a\nb")
    again = NotedForm(edited.data, record=theirs)
    assert again.is_sent()
    assert (again.version_seen, again.cleaned_data["name"]) == (7, "Ida")


def test_conflict_in_what_the_form_does_not_hold_is_said_in_a_sentence(form):
    form.does(raises(EditConflict(person(phone="12"))))

    assert (form.status, form.differences) == (409, ())
    assert form.errors == {"__all__": [OVERTAKEN]}


GROUPED = forms.ChoiceField(choices=[("", "Vælg"), ("Teamet", [("S-1", "Ida")])])


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (forms.BooleanField(), False, "Nej"),
        (forms.DateField(), dt.date(2026, 5, 3), "3. maj 2026"),
        (
            forms.DateTimeField(),
            dt.datetime(2026, 5, 3, 12, 30, tzinfo=dt.UTC),
            "3. maj 2026 kl.\N{NO-BREAK SPACE}14.30",
        ),
        (forms.IntegerField(), 0, ""),
        (forms.DecimalField(), Decimal(45), "45"),
        (forms.CharField(), None, ""),
        (forms.CharField(), "a\r\nb", "a\nb"),
        (forms.MultipleChoiceField(choices=[("A", "Å"), ("B", "Bo")]), ["A", "B"], "Bo, Å"),
        (GROUPED, "S-1", "Ida"),
        (GROUPED, "S-2", "S-2"),
    ],
)
def test_values_are_compared_in_words(field, value, words):
    assert in_words(field, value) == words


def test_refusals_are_logged_by_code_and_never_by_content(form, caplog):
    caplog.set_level("INFO")
    form.does(raises(Refused(CitizenRefusal.EMPTY)))

    assert "EMPTY" in caplog.text
    assert "Ida" not in caplog.text


@pytest.mark.parametrize("sent", ["version=0", "version=x"])
def test_made_up_version_is_refused(sent):
    form = PersonForm(QueryDict(f"name=Ida&closeness=CLOSE&{sent}"), record=person())

    assert not form.is_sent()
    assert (form.status, list(form.errors)) == (422, ["version"])


@pytest.mark.parametrize("name", ["\u200b", "\x08\x1b"], ids=["no-width", "control"])
def test_text_that_nobody_sees_is_no_answer(name):
    form = PersonForm({"id": new_id(), "name": name, "closeness": "CLOSE"})

    assert not form.is_sent()
    assert "name" in form.errors


def test_every_record_can_meet_a_form():
    assert issubclass(NetworkPerson, Record)
    assert issubclass(Record, models.Model)


class SlowForm(WarnedForm):
    name = forms.CharField()


def test_warning_is_told_once_and_heeded_when_the_form_is_sent_again():
    form = SlowForm({"id": new_id(), "name": "Kim"})
    assert form.is_sent()
    assert form.heeds([])

    assert not form.heeds(["Det er sent.", "Det regner."])
    assert (form.status, form.warnings) == (422, ["Det er sent.", "Det regner."])
    assert form["name"].value() == "Kim"

    again = SlowForm(form.data)
    assert again.is_sent()
    assert again.heeds(["Det er sent.", "Det regner."])
    assert (again.status, again.warnings, again.values()) == (200, (), {"name": "Kim"})


def test_warning_that_was_not_read_is_told():
    form = SlowForm({"id": new_id(), "name": "Kim", "read": "Det er sent."})
    assert form.is_sent()

    assert not form.heeds(["Det regner."])
