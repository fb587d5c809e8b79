"""The Danish alphabet, also where the database knows no Danish: … z, æ, ø, å; and aa is å."""

from django.db.models import CharField, F, Func, Value
from django.db.models.functions import Collate, Lower, Replace

LAST_LETTERS, AFTER_Z = "æøå", "{|}"  # what follows z in ASCII


def alphabetical(name: str) -> Collate:
    """Order by a text column as a Danish reader expects, whatever the server's locale."""
    text = Replace(Lower(F(name)), Value("aa"), Value("å"))
    letters = Func(
        text,
        Value(LAST_LETTERS),
        Value(AFTER_Z),
        function="translate",
        output_field=CharField(),
    )
    return Collate(letters, "C")


def alphabetical_key(text: str) -> str:
    """The same order in Python, as a key to sort by."""
    return text.lower().replace("aa", "å").translate(str.maketrans(LAST_LETTERS, AFTER_Z))
