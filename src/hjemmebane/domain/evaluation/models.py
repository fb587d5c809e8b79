from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.evaluation.choices import UNDER_WAY, NotMade, ReportState, ReportStep
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

MINE = "team_ids <@ ARRAY(SELECT guard.evaluated_team_ids())"
JOB = "(SELECT guard.actor()) = 'job:evaluation'"
MOVES_ON = (
    "version, state, why, step, attempts, begun_at, moved_at, settled_at, smallest, content,"
    " content_hash"
)


class EvaluationReport(Record):
    """An evaluation report: what was ordered, how far it is, and what was told.

    Whoever answers for all of its teams may order and read it. The job alone fills it in, once and
    whole, with figures that are suppressed already; nothing else of a citizen is ever here.

    team_ids: in order of their keys. moved_at: when the job last was seen at it. smallest: how many
    there had to be behind a figure. content: the report as `calculations` writes it.
    """

    team_ids = ArrayField(models.UUIDField(), verbose_name="Teams", editable=False)
    from_on = models.DateField("Fra og med", editable=False)
    until_on = models.DateField("Til og med", editable=False)
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    ordered_at = models.DateTimeField(editable=False)
    state = models.CharField(
        max_length=10, choices=ReportState, default=ReportState.WAITING, editable=False
    )
    why = models.CharField(max_length=20, blank=True, choices=NotMade, editable=False)
    step = models.CharField(max_length=20, blank=True, choices=ReportStep, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    begun_at = models.DateTimeField(null=True, editable=False)
    moved_at = models.DateTimeField(null=True, editable=False)
    settled_at = models.DateTimeField(null=True, editable=False)
    smallest = models.PositiveSmallIntegerField(null=True, editable=False)
    content = models.JSONField(null=True, editable=False)
    content_hash = models.CharField(max_length=64, blank=True, editable=False)

    says = ("team_ids", "from_on", "until_on")
    privacy = Record.privacy + classify(
        plain="team_ids from_on until_on ordered_by ordered_at state why step attempts begun_at"
        " moved_at settled_at smallest content content_hash"
    )
    guard = Guard(
        read=f"{MINE} OR {JOB}",
        write=MINE,
        update=JOB,
        grants=NO_DELETE,
        columns=MOVES_ON,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="report_is_of_a_team", condition=Q(team_ids__len__gte=1)),
            models.CheckConstraint(
                name="report_ends_after_it_starts", condition=Q(until_on__gt=F("from_on"))
            ),
            models.CheckConstraint(
                name="report_that_is_done_is_whole",
                condition=Q(
                    state=ReportState.DONE,
                    content__isnull=False,
                    smallest__isnull=False,
                    settled_at__isnull=False,
                )
                | (~Q(state=ReportState.DONE) & Q(content__isnull=True, content_hash="")),
            ),
            models.CheckConstraint(
                name="refused_report_says_why",
                condition=Q(state=ReportState.REFUSED) ^ Q(why=""),
            ),
            # All teams of a country are more than a row of an index can hold.
            models.UniqueConstraint(
                models.Func("team_ids", models.Value(0), function="hash_array_extended"),
                "from_on",
                "until_on",
                name="one_report_under_way",
                condition=Q(state__in=UNDER_WAY),
            ),
        ]
        indexes = [
            models.Index(
                fields=["moved_at"],
                name="reports_to_make",
                condition=Q(state__in=UNDER_WAY),
            ),
            models.Index(fields=["-ordered_at"], name="report_newest"),
        ]

    def __str__(self) -> str:
        return f"Evaluering {self.from_on}–{self.until_on}"

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY
