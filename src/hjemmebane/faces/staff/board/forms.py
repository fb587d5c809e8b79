"""A name on the board, and which columns the team has there."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.http import QueryDict

from hjemmebane.domain.teams.choices import BoardColumn
from hjemmebane.faces.staff.board.pages.columns import USUAL
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.plain_words import PlainWords

UP, DOWN, USUALLY = "op", "ned", "de-saedvanlige"


class NameForm(PlainWords, forms.Form):
    """A part of a name. The words travel in the body, never in an address."""

    words = forms.CharField(
        label="Navn",
        max_length=120,
        error_messages={"required": "Skriv et navn eller en del af det."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ColumnsForm(RecordForm):
    """Ticks in the order in which the columns come: a browser sends them as they stand."""

    columns = forms.MultipleChoiceField(
        label="Kolonner, i den rækkefølge de står",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Vælg mindst én kolonne."},
    )

    def fit(self) -> None:
        labels = dict(BoardColumn.choices)
        order = dict.fromkeys([*self._ticked(), *USUAL, *BoardColumn.values])
        self.fields["columns"].choices = [(c, labels[c]) for c in order if c in labels]

    def _ticked(self) -> Sequence[str]:
        if isinstance(self.data, QueryDict):
            return self.data.getlist("columns")
        return self.record.columns if self.record else ()

    def arranged(self, move: str) -> ColumnsForm:
        """The same form with one column moved, or with the usual ones; nothing is stored."""
        data = self.data.copy()
        data.setlist("columns", moved(self._ticked(), move))
        return type(self)(data, record=self.record)


def moved(ticked: Sequence[str], move: str) -> list[str]:
    """What is ticked after “op:LIGHT”, “ned:LIGHT” or “de-saedvanlige”.

    Who moves a column wants it: it is ticked. What cannot be read moves nothing.
    """
    if move == USUALLY:
        return list(USUAL)
    way, _, code = move.partition(":")
    if code not in BoardColumn.values or way not in {UP, DOWN}:
        return list(ticked)
    others = [one for one in ticked if one != code]
    place = list(ticked).index(code) if code in ticked else len(others)
    place = max(place + (-1 if way == UP else 1), 0)
    return [*others[:place], code, *others[place:]]
