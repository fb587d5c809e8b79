"""The Danish alphabet in the database, also where that knows no Danish."""

from django.db.models import CharField, F, Func, Value
from django.db.models.functions import Collate, Lower, Replace

from hjemmebane.foundation.letters import AFTER_Z, LAST_LETTERS


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
