"""Made-up content for the gallery, where every component is seen in every state."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django import forms
from django.core.paginator import Page, Paginator

from hjemmebane.design.charts.bars import Bar, BarChart
from hjemmebane.design.charts.spans import Span, SpanChart
from hjemmebane.design.charts.steps import Move, StepChart
from hjemmebane.design.faces import DayFace
from hjemmebane.design.fields.moments import DateField, MomentField
from hjemmebane.design.fields.scale import Scale
from hjemmebane.design.navigation import Link
from hjemmebane.design.picking import Pick
from hjemmebane.foundation.differences import Difference
from hjemmebane.foundation.plain_words import PlainWords

WORDS_LIMIT = 200
MEETING_PLACES = [("HOME", "Hjemme"), ("OUTSIDE", "Ude i byen"), ("OFFICE", "På teamets adresse")]


@dataclass(frozen=True)
class Swatch:
    """A tone and an icon to show it with."""

    tone: str
    label: str
    icon: str


class GalleryForm(PlainWords, forms.Form):
    """One field of every kind."""

    name = forms.CharField(label="Kort tekst", max_length=80, help_text="Højst en linje.")
    words = forms.CharField(
        label="Lang tekst",
        max_length=WORDS_LIMIT,
        help_text="Skriv det, som det blev sagt.",
        widget=forms.Textarea,
    )
    part = forms.ChoiceField(label="Liste", choices=[("", "Vælg …"), *MEETING_PLACES])
    place = forms.ChoiceField(label="Valg", choices=MEETING_PLACES, widget=forms.RadioSelect)
    ways = forms.MultipleChoiceField(
        label="Flere valg",
        choices=MEETING_PLACES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Vælg gerne flere.",
    )
    rating = forms.ChoiceField(
        label="Skala",
        choices=[("", "– ikke vurderet"), ("0", "0 let"), ("1", "1 svært"), ("2", "2 meget svært")],
        widget=Scale,
        required=False,
    )
    day = DateField(label="Dato")
    moment = MomentField(label="Dato og klokkeslæt", required=False)
    minutes = forms.IntegerField(label="Tal", min_value=0, help_text="Hele minutter.")
    agreed = forms.BooleanField(label="Borgeren har været med til at skrive det", required=False)
    secret = forms.UUIDField(widget=forms.HiddenInput, required=False)


class SearchForm(PlainWords, forms.Form):
    """What a search page asks for."""

    words = forms.CharField(label="Navn eller CPR-nummer")


def form_with_errors() -> GalleryForm:
    """As it looks when the server says no; every field keeps what was typed."""
    return GalleryForm(
        data={
            "fejl-words": "Jeg vil gerne kunne sidde i min egen sofa. " * 6,
            "fejl-place": "MOON",
            "fejl-day": "31-02-2026",
            "fejl-minutes": "tyve",
        },
        prefix="fejl",
    )


def second_page() -> Page[int]:
    return Paginator(range(30), 10).page(2)


def way_so_far() -> StepChart:
    return StepChart(
        name="vej",
        title="Kims vej gennem praksismodellen",
        levels=("1. Afklaring", "2. Relation", "3. Mål", "4. Brobygning"),
        moves=(
            Move("1. Afklaring", dt.date(2026, 1, 12)),
            Move("3. Mål", dt.date(2026, 3, 2)),
            Move("2. Relation", dt.date(2026, 6, 8)),
            Move("3. Mål", dt.date(2026, 9, 14)),
        ),
        until=dt.date(2026, 11, 20),
    )


def two_teams() -> BarChart:
    return BarChart(
        name="soejler",
        title="Hvor godt kender vi hinandens arbejde?",
        summary="Team Vest svarer højere end Team Øst, hvor for få har svaret om det ene.",
        heading="Emne",
        categories=("Bolig og det praktiske", "Helbred", "Breve og penge"),
        series=("Team Vest", "Team Øst"),
        bars=(
            Bar("Bolig og det praktiske", "Team Vest", Decimal("4.3"), 6),
            Bar("Bolig og det praktiske", "Team Øst", 3, 5),
            Bar("Helbred", "Team Vest", Decimal("3.5"), 6),
            Bar("Helbred", "Team Øst", None, 2),
            Bar("Breve og penge", "Team Vest", 5, 6),
            Bar("Breve og penge", "Team Øst", 1, 5),
        ),
        lowest=1,
        highest=5,
        ticks=(1, 2, 3, 4, 5),
    )


def swings() -> SpanChart:
    return SpanChart(
        name="tornado",
        title="Hvad en borger koster, når én ting ændres",
        summary="Antallet af pladser flytter prisen mest.",
        spans=(
            Span(Decimal(87000), Decimal(130500), "87.000 kr.", "130.500 kr.", "Pladser: 10-16"),
            Span(Decimal(95700), Decimal(113100), "95.700 kr.", "113.100 kr.", "Overhead: 10-30 %"),
        ),
        columns=("Det, der ændres", "Laveste pris", "Højeste pris"),
        told=(
            ("Pladser: 10-16", "87.000 kr.", "130.500 kr."),
            ("Overhead: 10-30 %", "95.700 kr.", "113.100 kr."),
        ),
        base=Decimal(104400),
        is_cost=True,
    )


def gallery_content() -> dict[str, object]:
    """Everything design/gallery.html shows."""
    return {
        "variants": ["primary", "secondary", "quiet", "danger"],
        "tones": [
            Swatch("", "Ikke i gang", "more-horiz"),
            Swatch("accent", "Opbygning af relation", "forum"),
            Swatch("good", "Nået", "check"),
            Swatch("warn", "I bero", "hourglass"),
            Swatch("bad", "Udeblevet", "error"),
            Swatch("note", "Aftalt", "calendar-month"),
        ],
        "stages": ["Modtaget", "I gang", "Besluttet"],
        "alerts": [
            ("info", "Planen er delt med Jobcenter Nord til 1. juni."),
            ("success", "Kontakten er gemt."),
            ("warning", "Der har ikke været kontakt i 9 dage."),
            ("error", "Planen kunne ikke gemmes."),
        ],
        "parts": [
            Link("Overblik", "#overblik", icon="home", current=True),
            Link("Plan", "#plan", icon="checklist"),
            Link("Kontakt", "#kontakt", icon="forum"),
            Link("Netværk og samtykke", "#netvaerk", icon="groups"),
        ],
        "facts": [
            ("Primær kontaktperson", "Ida Holm"),
            ("Kanal", "SMS, helst om formiddagen"),
            ("Sprog", "Dansk"),
        ],
        "path": way_so_far(),
        "bars": two_teams(),
        "tornado": swings(),
        "progress": [(0, 4), (2, 5), (6, 6), (9, 20)],
        "differences": [
            Difference("Mål", "Egen bolig inden jul", "Egen bolig inden sommer"),
            Difference("Frist", "1. december 2026", ""),
        ],
        "form": GalleryForm(prefix="form"),
        "broken_form": form_with_errors(),
        "pick": Pick("lys", "Lys", [("", "Alle"), ("roed", "Rødt lys (2)")], "roed"),
        "search_form": SearchForm(prefix="soeg"),
        "page": second_page(),
        "faces": [
            DayFace(4, "Godt", "Solen kom ind", "I går kl. 9.15"),
            DayFace(2, "Skidt", "", "3. maj"),
        ],
    }
