from django.conf import settings
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.economics.choices import AmountKind, ConsequenceKind, Payer, Rounding
from hjemmebane.domain.teams.models import Municipality, Team
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

# Kept by those who coordinate a team of the municipality or answer for one.
MINE = Guard(read="municipality_id IN (SELECT guard.economy_municipality_ids())", grants=NO_DELETE)
# The lines of a record are written anew each time it is saved; the history keeps those before.
REWRITTEN = "SELECT, INSERT, DELETE"
OF_COSTING = Guard(read="costing_id IN (SELECT guard.economy_costing_ids())", grants=REWRITTEN)
OF_SCENARIO = Guard(read="scenario_id IN (SELECT guard.economy_scenario_ids())", grants=REWRITTEN)


# Kroner, hours and shares alike: a figure of the state budget, to the millionth.
DIGITS, DECIMALS = 20, 6


class EconomyRecord(Record):
    """A calculation that a municipality keeps: its name, whose prices, and who saved it first.

    put_away_at: when it left the list; None while it stands there.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="+", editable=False
    )
    title = models.CharField("Navn", max_length=300)
    price_year = models.PositiveSmallIntegerField("Prisniveau (år)")
    rounding = models.CharField(
        "Sådan vises tallene", max_length=10, choices=Rounding, default=Rounding.NONE
    )
    source = models.CharField("Kilde", max_length=300)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(editable=False)
    put_away_at = models.DateTimeField(null=True, editable=False)

    privacy = Record.privacy + classify(
        plain="municipality title price_year rounding source recorded_by recorded_at put_away_at"
    )
    guard = MINE

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class SavedCosting(EconomyRecord):
    """What a team is reckoned to cost in a year. team: whose actual hours stand beside it."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", null=True)
    places = models.DecimalField("Pladser", max_digits=DIGITS, decimal_places=DECIMALS)
    known_total = models.DecimalField(
        "Samlet beløb om året", max_digits=DIGITS, decimal_places=DECIMALS, null=True, blank=True
    )
    known_hours = models.DecimalField(
        "Udførende timer om ugen", max_digits=DIGITS, decimal_places=DECIMALS, null=True, blank=True
    )
    overhead = models.DecimalField("Overhead", max_digits=DIGITS, decimal_places=DECIMALS)
    weeks = models.DecimalField("Uger om året", max_digits=DIGITS, decimal_places=DECIMALS)
    hours_a_year = models.DecimalField(
        "Timer på et fuldtidsår", max_digits=DIGITS, decimal_places=DECIMALS
    )
    count_avoided = models.BooleanField("Træk de sparede udgifter fra", default=False)

    privacy = EconomyRecord.privacy + classify(
        plain="team places known_total known_hours overhead weeks hours_a_year count_avoided"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="costing_has_places", condition=Q(places__gt=0)),
            models.CheckConstraint(
                name="costing_overhead_is_a_share", condition=Q(overhead__range=(0, 1))
            ),
        ]


class SavedPost(Record):
    """A line of a costing's staff. place: from nought, as they were written."""

    costing = models.ForeignKey(
        SavedCosting, on_delete=models.PROTECT, related_name="posts", editable=False
    )
    place = models.PositiveSmallIntegerField(editable=False)
    title = models.CharField(max_length=300)
    profession = models.CharField(max_length=300)
    people = models.PositiveSmallIntegerField()
    hours = models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS)
    coordination_hours = models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS)
    monthly_pay = models.DecimalField(
        max_digits=DIGITS, decimal_places=DECIMALS, null=True, blank=True
    )
    source = models.CharField(max_length=300)

    privacy = Record.privacy + classify(
        plain="costing place title profession people hours coordination_hours monthly_pay source"
    )
    guard = OF_COSTING

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_post_in_a_place", fields=["costing", "place"]),
            models.CheckConstraint(
                name="post_coordinates_within_its_hours",
                condition=Q(coordination_hours__gte=0, coordination_hours__lte=F("hours")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SavedAmount(Record):
    """An amount of a costing beside the pay. place: from nought among those of its kind."""

    costing = models.ForeignKey(
        SavedCosting, on_delete=models.PROTECT, related_name="amounts", editable=False
    )
    kind = models.CharField(max_length=10, choices=AmountKind, editable=False)
    place = models.PositiveSmallIntegerField(editable=False)
    what = models.CharField(max_length=300)
    kroner = models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS)

    privacy = Record.privacy + classify(plain="costing kind place what kroner")
    guard = OF_COSTING

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_amount_in_a_place", fields=["costing", "kind", "place"]
            ),
            models.CheckConstraint(name="amount_is_not_negative", condition=Q(kroner__gte=0)),
        ]

    def __str__(self) -> str:
        return self.what


class SavedScenario(EconomyRecord):
    """One imagined future. published_…: what somebody else has found, where they did."""

    target_group = models.CharField("Målgruppe", max_length=300)
    cost = models.DecimalField("Pris for én deltager", max_digits=DIGITS, decimal_places=DECIMALS)
    cost_payer = models.CharField("Hvem betaler indsatsen?", max_length=12, choices=Payer)
    success_rate = models.DecimalField("Succesrate", max_digits=DIGITS, decimal_places=DECIMALS)
    counterfactual_rate = models.DecimalField(
        "Ville være lykkedes alligevel", max_digits=DIGITS, decimal_places=DECIMALS
    )
    discount_rate = models.DecimalField(
        "Diskonteringsrente", max_digits=DIGITS, decimal_places=DECIMALS
    )
    first_year = models.PositiveSmallIntegerField("Første år med virkning")
    years = models.PositiveSmallIntegerField("Antal år med virkning")
    published_municipality = models.DecimalField(
        max_digits=DIGITS, decimal_places=DECIMALS, null=True, blank=True
    )
    published_region = models.DecimalField(
        max_digits=DIGITS, decimal_places=DECIMALS, null=True, blank=True
    )
    published_state = models.DecimalField(
        max_digits=DIGITS, decimal_places=DECIMALS, null=True, blank=True
    )

    privacy = EconomyRecord.privacy + classify(
        plain="target_group cost cost_payer success_rate counterfactual_rate discount_rate"
        " first_year years published_municipality published_region published_state"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="scenario_rates_are_shares",
                condition=Q(success_rate__range=(0, 1), counterfactual_rate__range=(0, 1)),
            )
        ]


class SavedConsequence(Record):
    """What one success changes for one payer. place: from nought, as they were written."""

    scenario = models.ForeignKey(
        SavedScenario, on_delete=models.PROTECT, related_name="consequences", editable=False
    )
    place = models.PositiveSmallIntegerField(editable=False)
    what = models.CharField(max_length=300)
    payer = models.CharField(max_length=12, choices=Payer)
    kind = models.CharField(max_length=10, choices=ConsequenceKind)
    unit = models.CharField(max_length=300)
    change = models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS, null=True, blank=True)
    price = models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS, null=True, blank=True)
    present_value = models.DecimalField(
        max_digits=DIGITS, decimal_places=DECIMALS, null=True, blank=True
    )
    price_year = models.PositiveSmallIntegerField()
    first_year = models.PositiveSmallIntegerField(null=True, blank=True)
    years = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=300)

    privacy = Record.privacy + classify(
        plain="scenario place what payer kind unit change price present_value price_year"
        " first_year years source"
    )
    guard = OF_SCENARIO

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_consequence_in_a_place", fields=["scenario", "place"]
            ),
            models.CheckConstraint(
                name="consequence_says_how_much_once",
                condition=Q(present_value__isnull=True, change__isnull=False, price__isnull=False)
                | Q(present_value__isnull=False, change__isnull=True, price__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.what
