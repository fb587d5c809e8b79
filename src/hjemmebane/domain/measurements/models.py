"""What is stored of measuring: answers, what was put off, and official words brought in."""

from uuid import UUID

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.measurements.choices import (
    Fit,
    Manner,
    NoneReason,
    ResponseStatus,
    WordingUsed,
)
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

ANSWERED_COLUMNS = (
    "version, status, answers, score, finished_at, fits, fits_comment, fits_said_at,"
    " fits_said_by_id"
)


class WordingImport(Record):
    """The official words of an instrument, as a municipality that may use them brought them in.

    Holds nothing about anybody. Append-only: answers point at the words they were given to. The
    newest of an instrument holds.
    """

    instrument = models.CharField("Måleredskab", max_length=40)
    wording_version = models.CharField("Ordenes udgave", max_length=10)
    content = models.TextField("Filens indhold", validators=[MaxLengthValidator(200_000)])
    imported_at = models.DateTimeField("Hentet ind", editable=False)

    privacy = Record.privacy + classify(plain="instrument wording_version content imported_at")
    guard = Guard(
        read="(SELECT guard.actor()) IS NOT NULL",
        write="(SELECT guard.is_operations())",
        grants=APPEND_ONLY,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_import_of_a_wording", fields=["instrument", "wording_version"]
            )
        ]
        indexes = [models.Index(fields=["instrument", "-imported_at"], name="wording_newest")]

    def __str__(self) -> str:
        return f"{self.instrument}, ord {self.wording_version}"


class Response(CourseRecord):
    """One set of answers: whose, how, in which words, and what the citizen says to the result.

    Kept from the first answer on, so that one may pause. What is finished is never written over:
    a mistake is put right by another one, once that is whole, and both can be read. A citizen's
    answers count once they have said that the result fits, wholly or partly.
    """

    instrument = models.CharField("Måleredskab", max_length=40)
    instrument_version = models.CharField(max_length=10, editable=False)
    wording_status = models.CharField(max_length=10, choices=WordingUsed, editable=False)
    wording_version = models.CharField(max_length=10, editable=False)
    wording = models.ForeignKey(
        WordingImport, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    manner = models.CharField("Hvem svarede", max_length=10, choices=Manner)
    measured_on = models.DateField("Hvilken dag")
    status = models.CharField(
        max_length=10, choices=ResponseStatus, default=ResponseStatus.UNDER_WAY, editable=False
    )
    # By the question's code; null where it was skipped, absent where nobody came to it.
    answers = models.JSONField(default=dict, blank=True, editable=False)
    score = models.DecimalField(max_digits=8, decimal_places=2, null=True, editable=False)
    finished_at = models.DateTimeField(null=True, editable=False)
    fits = models.CharField(
        "Passer det?", max_length=10, choices=Fit, blank=True, default="", editable=False
    )
    fits_comment = models.CharField(
        "Vil du sige noget om det?", max_length=500, blank=True, default="", editable=False
    )
    fits_said_at = models.DateTimeField(null=True, editable=False)
    fits_said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="corrections", editable=False
    )
    corrects_why = models.CharField("Hvorfor rettes det?", max_length=300, blank=True)

    says = ("corrects",)
    privacy = CourseRecord.privacy + classify(
        sensitive="answers score fits fits_comment corrects_why",
        plain="instrument instrument_version wording_status wording_version wording manner"
        " measured_on status finished_at fits_said_at fits_said_by corrects",
    )
    guard = Guard(course="course_id", grants=NO_DELETE, columns=ANSWERED_COLUMNS)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_response_under_way",
                fields=["course", "instrument"],
                condition=Q(status="UNDER_WAY"),
            ),
            models.UniqueConstraint(
                name="one_correction_of_a_response",
                fields=["corrects"],
                condition=~Q(status="STOPPED"),
            ),
            models.CheckConstraint(
                name="finished_response_has_a_moment",
                condition=Q(status="UNDER_WAY", finished_at__isnull=True)
                | (~Q(status="UNDER_WAY") & Q(finished_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="correction_says_why",
                condition=Q(corrects__isnull=True) | ~Q(corrects_why=""),
            ),
        ]
        indexes = [
            models.Index(fields=["course", "instrument", "measured_on"], name="response_by_day")
        ]

    def __str__(self) -> str:
        return f"{self.instrument} {self.measured_on}"

    @property
    def is_under_way(self) -> bool:
        return self.status == ResponseStatus.UNDER_WAY

    @property
    def replaced_by(self) -> UUID | None:
        """The key of the whole ones that have taken its place; for one that a query has read."""
        key: UUID | None = vars(self)["replacing"]
        return key

    @property
    def is_stopped_correction(self) -> bool:
        """Whether it was to put another right and was given up: then it corrects nothing."""
        return self.status == ResponseStatus.STOPPED and self.corrects_id is not None

    @property
    def is_staff_rated(self) -> bool:
        return self.manner == Manner.RATED

    @property
    def waits_for_talk(self) -> bool:
        """Whether the citizen is yet to say whether the result fits."""
        return self.score is not None and not self.is_staff_rated and not self.fits

    @property
    def counts(self) -> bool:
        """Whether its figure is one to reckon with; for one that stands."""
        said = self.fits in {Fit.YES, Fit.PARTLY}
        return not self.is_under_way and self.score is not None and (self.is_staff_rated or said)


class Postponement(CourseRecord):
    """A measurement that was due and was put off, and why. The newest for a due day holds."""

    instrument = models.CharField("Måleredskab", max_length=40)
    due_on = models.DateField("Skulle laves", editable=False)
    until_on = models.DateField("Vi prøver igen")
    reason = models.CharField("Hvorfor", max_length=20, choices=NoneReason)
    note = models.CharField("Uddybning", max_length=300, blank=True)

    says = ("due_on",)
    privacy = CourseRecord.privacy + classify(
        sensitive="reason note", plain="instrument due_on until_on"
    )
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    class Meta:
        indexes = [
            models.Index(fields=["course", "instrument", "due_on"], name="postponement_by_due")
        ]

    def __str__(self) -> str:
        return f"{self.instrument} udskudt til {self.until_on}"
