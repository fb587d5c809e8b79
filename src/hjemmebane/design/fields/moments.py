"""Dates and times as Danes write them, besides what the browser's picker sends."""

from django import forms

DATE_FORMATS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%y", "%d%m%Y")
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
    """A day."""

    input_formats = DATE_FORMATS
    default_error_messages = {"invalid": DATE_TEXT}


class MomentField(forms.DateTimeField):
    """A day and a time of day."""

    input_formats = MOMENT_FORMATS
    default_error_messages = {"invalid": MOMENT_TEXT}
