"""A costing, typed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django import forms
from django.core.validators import MaxLengthValidator
from pydantic import TypeAdapter

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.economics.calculations.costing import Costing
from hjemmebane.domain.economics.calculations.figures import LONGEST, OWN_SOURCE, Rounding
from hjemmebane.domain.economics.choices import AmountKind, EconomyRefusal
from hjemmebane.domain.economics.content.shipped import published_pay
from hjemmebane.domain.economics.models import SavedCosting
from hjemmebane.domain.economics.queries import as_costing
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.economics.forms.lines import (
    HUNDRED,
    SPARE,
    WHOLE,
    Line,
    LinesForm,
    a_number,
    a_percent,
)
from hjemmebane.foundation.records import Record

STAFF = "staff"
KINDS = (STAFF, *AmountKind.values)
COSTING = TypeAdapter(Costing)
PLAIN = ("title", "source", "price_year", "places", "known_total", "known_hours", "weeks")
ONE_SORT_OF_PAY = "Skriv enten medarbejdere eller ét samlet beløb for personalet, ikke begge dele."
NO_TITLE = "Skriv et navn, så I kan kende regnestykket igen."


def no_text(label: str, **options: object) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, validators=[MaxLengthValidator(LONGEST)], **options
    )


LEADS = {
    AmountKind.OTHER: "Kørsel, telefoner, kurser: det, der betales hvert år ud over lønnen.",
    AmountKind.START_UP: "Det, der betales én gang. Det står for sig selv og er ikke med i prisen.",
    AmountKind.AVOIDED: "Det, kommunen sparer om året, fordi teamet er der.",
}


@dataclass(frozen=True)
class AmountGroup:
    """The lines of one kind of amount. hidden: what tells its button from the others'."""

    kind: str
    title: str
    lead: str
    lines: Sequence[Line]

    @property
    def hidden(self) -> str:
        return f": {self.title}"


def of_a_post() -> dict[str, forms.Field]:
    professions = [(one.code, one.title) for one in published_pay().professions]
    return {
        "title": no_text("Stilling"),
        "profession": forms.ChoiceField(
            label="Løn som", required=False, choices=[("", "Egen løn"), *professions]
        ),
        "people": forms.IntegerField(
            label="Personer", required=False, error_messages=WHOLE, widget=forms.NumberInput
        ),
        "hours": a_number("Timer om ugen, hver", required=False),
        "coordination_hours": a_number("Heraf koordinering", required=False),
        "monthly_pay": a_number("Månedsløn, fuld tid", required=False),
        "source": no_text("Kilde til lønnen"),
    }


def of_an_amount() -> dict[str, forms.Field]:
    return {"what": no_text("Hvad"), "kroner": a_number("Kroner", required=False)}


class CostingForm(LinesForm):
    """A team, its people, and what else it costs. The overhead is typed as a percent."""

    line_fields = {STAFF: of_a_post, **dict.fromkeys(AmountKind.values, of_an_amount)}
    given = frozenset({"people", "source"})

    title = taken(SavedCosting, "title", error_messages={"required": NO_TITLE})
    team = forms.ChoiceField(
        label="Team",
        required=False,
        help_text="Så står teamets virkelige timer og borgere ved siden af.",
    )
    places = a_number("Pladser", help_text="Hvor mange borgere teamet har ad gangen.")
    price_year = forms.IntegerField(
        label="Prisniveau (år)", error_messages=WHOLE, widget=forms.NumberInput
    )
    source = taken(
        SavedCosting, "source", required=False, help_text="Hvor I har timer og priser fra."
    )
    overhead = a_percent(
        "Overhead i procent", help_text="Lokaler, it og administration. Evalueringen brugte 20."
    )
    weeks = a_number("Uger om året")
    hours_a_year = a_number("Timer på et fuldtidsår", help_text="1.924 er 37 timer i 52 uger.")
    count_avoided = taken(SavedCosting, "count_avoided")
    rounding = taken(SavedCosting, "rounding", widget=forms.RadioSelect)
    known_total = a_number(
        "Samlet beløb om året for personalet",
        required=False,
        help_text="Kun hvis I ikke kender de enkelte stillinger. Med overhead, i kroner.",
    )
    known_hours = a_number(
        "Timer om ugen med borgerne",
        required=False,
        help_text="Til beløbet ovenfor, så antallet af borgere pr. medarbejder kan regnes ud.",
    )

    def fit(self, *, teams: Sequence[Team], **around: object) -> None:
        super().fit(**around)
        self.teams = {str(team.pk): team for team in teams}
        own = getattr(self.record, "team", None)
        if own:
            self.teams.setdefault(str(own.pk), own)
        names = [(key, team.name) for key, team in self.teams.items()]
        self.fields["team"].choices = [("", "Intet bestemt team"), *names]

    def stored(self, record: Record) -> dict[str, object]:
        assert isinstance(record, SavedCosting)  # noqa: S101 -- the form of a costing
        return first_of(as_costing(record), team=record.team)

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        lines = {kind: list(self.written(kind)) for kind in KINDS}
        overhead = given.get("overhead")
        tables = {
            **{name: given[name] for name in PLAIN if given.get(name) not in {None, ""}},
            **{kind: [fields for _, fields in found] for kind, found in lines.items()},
            "hours_a_year": given.get("hours_a_year"),
            "overhead": None if overhead is None else overhead / HUNDRED,
            "count_avoided": bool(given.get("count_avoided")),
            "rounding": given.get("rounding") or Rounding.NONE,
        }
        places = {kind: [number for number, _ in found] for kind, found in lines.items()}
        if not self.errors and bool(lines[STAFF]) == ("known_total" in tables):
            self.add_error(None, ONE_SORT_OF_PAY)
            return given
        self.costing = self.record_of(COSTING, tables, places)
        for number, fields in lines[STAFF]:
            if "profession" not in fields and fields.get("monthly_pay") is None:
                self.add_error(f"{STAFF}-{number}-monthly_pay", str(EconomyRefusal.NO_PAY.label))
        return given

    @property
    def staff_lines(self) -> list[Line]:
        return self.lines(STAFF)

    @property
    def amount_groups(self) -> list[AmountGroup]:
        return [
            AmountGroup(kind, AmountKind(kind).label, LEADS[kind], self.lines(kind))
            for kind in AmountKind.values
        ]

    @property
    def has_known(self) -> bool:
        """Whether something is written, or wrong, where only a sum is known."""
        asked = (self["known_total"], self["known_hours"])
        return any(one.value() or one.errors for one in asked)

    def values(self) -> dict[str, object]:
        chosen = self.cleaned_data["team"]
        return {"team": self.teams[chosen] if chosen else None, "costing": self.costing}


def first_of(costing: Costing, *, team: Team | None) -> dict[str, object]:
    """A costing as the form shows it."""
    found: dict[str, object] = {
        **{name: getattr(costing, name) for name in PLAIN},
        "hours_a_year": costing.hours_a_year,
        "overhead": costing.overhead * HUNDRED,
        "count_avoided": costing.count_avoided,
        "rounding": costing.rounding.value,
        "team": str(team.pk) if team else "",
    }
    for number, post in enumerate(costing.staff):
        for name in ("title", "people", "hours", "coordination_hours", "monthly_pay", "source"):
            found[f"{STAFF}-{number}-{name}"] = getattr(post, name)
        known = published_pay().table
        found[f"{STAFF}-{number}-profession"] = post.profession if post.profession in known else ""
    for kind in AmountKind.values:
        for number, one in enumerate(getattr(costing, kind)):
            found[f"{kind}-{number}-what"] = one.what
            found[f"{kind}-{number}-kroner"] = one.kroner
    return found


def counts_of(costing: Costing) -> dict[str, int]:
    """As many lines as there are, and a spare one of each kind."""
    return {kind: len(getattr(costing, kind)) + SPARE for kind in KINDS}


NOTHING: dict[str, object] = {
    "overhead": Decimal(20),
    "weeks": Decimal(52),
    "hours_a_year": Decimal(1924),
    "source": OWN_SOURCE,
    "rounding": Rounding.NONE.value,
}
