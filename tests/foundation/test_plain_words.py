"""What a field cannot read is told in words for people, never in Django's."""

import pytest
from django import forms
from django.http import QueryDict

from hjemmebane.foundation.forms import HIGHEST_VERSION, RecordForm
from hjemmebane.foundation.plain_words import RELOAD, UNKNOWN_CHOICE, UNREADABLE

KEY = "01980000-0000-7000-8000-000000000000"
KEYS = f"id={KEY}&citizen_id={KEY}"
SCOPES = [("GOALS", "Mål"), ("ACTIVITIES", "Aktiviteter")]


class Letter(RecordForm):
    words = forms.CharField(required=False)
    scope = forms.ChoiceField(choices=SCOPES, required=False)
    scopes = forms.MultipleChoiceField(choices=SCOPES, required=False)
    count = forms.TypedChoiceField(choices=SCOPES, required=False)
    place = forms.ChoiceField(
        choices=SCOPES, required=False, error_messages={"invalid_choice": "Vælg et sted."}
    )
    citizen_id = forms.UUIDField(widget=forms.HiddenInput)


def told(sent):
    """What stands beside each field."""
    return {name: list(errors) for name, errors in Letter(QueryDict(sent)).errors.items()}


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("words", "a%00b", UNREADABLE),
        ("scope", "TEAM_WORK", UNKNOWN_CHOICE),
        ("scopes", "TEAM_WORK", UNKNOWN_CHOICE),
        ("count", "TEAM_WORK", UNKNOWN_CHOICE),
        ("place", "TEAM_WORK", "Vælg et sted."),
        ("version", "-1", RELOAD),
        ("version", "x", RELOAD),
        ("version", str(HIGHEST_VERSION + 1), RELOAD),
        ("version", "9" * 5000, RELOAD),
    ],
)
def test_what_cannot_be_read_is_told_plainly(name, typed, sentence):
    assert told(f"{KEYS}&{name}={typed}") == {name: [sentence]}


@pytest.mark.parametrize("sent", ["", "citizen_id=7"])
def test_key_that_is_not_there_asks_for_a_reload(sent):
    assert told(f"id={KEY}&{sent}") == {"citizen_id": [RELOAD]}


def test_field_added_by_the_form_itself_speaks_plainly_too():
    form = Letter(QueryDict(f"{KEYS}&step=MOON"))
    form.fields["step"] = forms.ChoiceField(choices=SCOPES)

    assert form.errors == {"step": [UNKNOWN_CHOICE]}


def test_highest_version_can_still_be_counted_up():
    assert HIGHEST_VERSION + 1 == 2**31 - 1
