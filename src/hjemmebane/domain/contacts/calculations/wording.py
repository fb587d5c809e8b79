"""Days in words, for sentences that are kept."""

import datetime as dt

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)


def day_in_words(day: dt.date) -> str:
    """“3. maj 2026”."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def days_in_words(count: int) -> str:
    """“1 dag”, “7 dage”."""
    return "1 dag" if count == 1 else f"{count} dage"
