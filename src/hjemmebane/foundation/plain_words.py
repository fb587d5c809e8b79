"""What a form says of a field it cannot read: words for people, in the place of Django's own.

Django would speak of null characters and UUIDs, and repeat the code of a choice. A sentence that a
field has been given itself always stands.
"""

from django import forms
from django.utils.functional import Promise

from hjemmebane.foundation.records import RecordRefusal

UNKNOWN_CHOICE = "Valget findes ikke længere. Vælg igen."
UNREADABLE = "Der er et tegn i teksten, som ikke kan gemmes. Slet det, eller skriv teksten om."
RELOAD = str(RecordRefusal.NOT_YOURS.label)

# A UUID is the key of a record: it travels hidden, so there is nothing there to mend.
SAID = (
    (forms.ChoiceField, "invalid_choice", UNKNOWN_CHOICE),
    (forms.MultipleChoiceField, "invalid_list", UNKNOWN_CHOICE),
    (forms.UUIDField, "invalid", RELOAD),
    (forms.UUIDField, "required", RELOAD),
)


class PlainWords(forms.BaseForm):
    """Every form of the house; an architecture test finds the one that is not."""

    def full_clean(self) -> None:
        for field in self.fields.values():
            speak_plainly(field)
        super().full_clean()


def speak_plainly(field: forms.Field) -> None:
    """Exchange Django's sentences, which are translated late; ours are written out."""
    field.error_messages.setdefault("null_characters_not_allowed", UNREADABLE)
    for kind, code, sentence in SAID:
        if isinstance(field, kind) and isinstance(field.error_messages.get(code), Promise):
            field.error_messages[code] = sentence
