"""Dates and times as Danes write them, besides what the browser's picker sends."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import get_current_timezone

DATE_FORMATS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%y", "%d%m%Y")
EARLIEST_YEAR, LATEST_YEAR = 1850, 2199
DATE_TEXT = "Skriv en dato, der findes, som dag-måned-år – for eksempel 24-12-2026."
YEAR_TEXT = f"Skriv et årstal mellem {EARLIEST_YEAR} og {LATEST_YEAR}."
MOMENT_FORMATS = (
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y %H.%M",
    "%d.%m.%Y %H:%M",
)
MOMENT_TEXT = (
    "Skriv dato og klokkeslæt som dag-måned-år time:minut – for eksempel 24-12-2026 14:30."
)
SKIPPED_TEXT = (
    "Timen fra kl.\N{NO-BREAK SPACE}%(hour)s til %(next)s findes ikke den nat: uret stilles frem"
    " til sommertid. Skriv et andet klokkeslæt."
)


class DateField(forms.DateField):
    """A day in a year that somebody alive may mean; a typed "26" is not the year 26."""

    input_formats = DATE_FORMATS
    default_error_messages = {"invalid": DATE_TEXT, "year": YEAR_TEXT}

    def to_python(self, value: str | dt.datetime | dt.date | None) -> dt.date | None:
        day = super().to_python(value)
        _check_year(self, day)
        return day


class MomentField(forms.DateTimeField):
    """A Danish day and time of day.

    The hour that is skipped in March did not exist, and the sentence says which. The hour that
    comes twice in October means its first round: nobody can say which they mean in such a field,
    and half an hour's doubt at night must not keep a contact from being logged.
    """

    input_formats = MOMENT_FORMATS
    default_error_messages = {"invalid": MOMENT_TEXT, "year": YEAR_TEXT, "skipped": SKIPPED_TEXT}

    def to_python(self, value: str | dt.datetime | dt.date | None) -> dt.datetime | None:
        try:
            moment = super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone" or not error.params:
                raise
            moment = self._in_the_night_of_change(error.params["datetime"])
        _check_year(self, moment)
        return moment

    def _in_the_night_of_change(self, typed: dt.datetime) -> dt.datetime:
        _check_year(self, typed)
        first = typed.replace(tzinfo=get_current_timezone(), fold=0)
        there_and_back = first.astimezone(dt.UTC).astimezone(first.tzinfo)
        if there_and_back.replace(tzinfo=None) != typed:
            hours = {"hour": typed.hour, "next": typed.hour + 1}
            raise ValidationError(self.error_messages["skipped"], code="skipped", params=hours)
        return first


def _check_year(field: forms.Field, day: dt.date | None) -> None:
    if day and not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise ValidationError(field.error_messages["year"], code="year")
