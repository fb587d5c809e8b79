"""Dates and times as Danes write them, besides what the browser's picker sends."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError

DATE_FORMATS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%y", "%d%m%Y")
EARLIEST_YEAR, LATEST_YEAR = 1850, 2199
DATE_TEXT = "Skriv en dato, der findes, som dag-måned-år – for eksempel 24-12-2026."
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


class DateField(forms.DateField):
    """A day in a year that somebody alive may mean; a typed "26" is not the year 26."""

    input_formats = DATE_FORMATS
    default_error_messages = {"invalid": DATE_TEXT}

    def to_python(self, value: str | dt.datetime | dt.date | None) -> dt.date | None:
        day = super().to_python(value)
        if day and not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class MomentField(forms.DateTimeField):
    """A day and a time of day."""

    input_formats = MOMENT_FORMATS
    default_error_messages = {"invalid": MOMENT_TEXT}
