"""Dates and times as Danes write them, besides what the browser's picker sends."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import get_current_timezone

from hjemmebane.foundation.clock import today

DATE_FORMATS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%y", "%d%m%Y")
EARLIEST_YEAR, LATEST_YEAR = 1850, 2199
DATE_TEXT = "Skriv en dato, der findes, som dag-måned-år – for eksempel 24-12-2026."
YEAR_TEXT = "Skriv et årstal mellem {first} og {last}."
YEARS_AROUND = 10
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
    default_error_messages = {"invalid": DATE_TEXT}

    def to_python(self, value: str | dt.datetime | dt.date | None) -> dt.date | None:
        day = super().to_python(value)
        _check_year(day)
        return day


class MomentField(forms.DateTimeField):
    """A Danish day and time of day.

    The hour that is skipped in March did not exist, and the sentence says which. The hour that
    comes twice in October means its first round: nobody can say which they mean in such a field,
    and half an hour's doubt at night must not keep a contact from being logged.
    """

    input_formats = MOMENT_FORMATS
    default_error_messages = {"invalid": MOMENT_TEXT, "skipped": SKIPPED_TEXT}

    def to_python(self, value: str | dt.datetime | dt.date | None) -> dt.datetime | None:
        try:
            moment = super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone" or not error.params:
                raise
            moment = self._in_the_night_of_change(error.params["datetime"])
        _check_year(moment)
        return moment

    def _in_the_night_of_change(self, typed: dt.datetime) -> dt.datetime:
        _check_year(typed)
        first = typed.replace(tzinfo=get_current_timezone(), fold=0)
        there_and_back = first.astimezone(dt.UTC).astimezone(first.tzinfo)
        if there_and_back.replace(tzinfo=None) != typed:
            hours = {"hour": typed.hour, "next": typed.hour + 1}
            raise ValidationError(self.error_messages["skipped"], code="skipped", params=hours)
        return first


def check_is_around_now(day: dt.date) -> None:
    """For days of the work itself: a meeting, a deadline, a judgement. No slip is a decade off."""
    year = today().year
    _check_year(day, first=year - YEARS_AROUND, last=year + YEARS_AROUND)


def _check_year(
    day: dt.date | None, *, first: int = EARLIEST_YEAR, last: int = LATEST_YEAR
) -> None:
    if day and not first <= day.year <= last:
        raise ValidationError(YEAR_TEXT.format(first=first, last=last), code="year")


AROUND_NOW = (check_is_around_now,)
