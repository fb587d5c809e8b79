from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.contacts.calculations import LONGEST_TRAVEL, Slot
from hjemmebane.domain.contacts.choices import AppointmentStatus, Rhythm
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from hjemmebane.domain.contacts.models.companions import AppointmentCompanion


class Agreed(CourseRecord):
    """What is agreed with a citizen: when, what, where, and who comes.

    where: the place in words, beside its kind. travel_minutes: the way there, before it begins.
    """

    starts_at = models.DateTimeField("Hvornår")
    ends_at = models.DateTimeField("Til", null=True, blank=True)
    what = models.CharField("Hvad", max_length=120)
    place = models.CharField("Hvor", max_length=20, choices=Place, default=Place.HOME)
    where = models.CharField("Stedet med egne ord", max_length=120, blank=True)
    travel_minutes = models.PositiveSmallIntegerField(
        "Minutter på vejen dertil", default=0, validators=[MaxValueValidator(LONGEST_TRAVEL)]
    )
    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", verbose_name="Hvem kommer"
    )

    privacy = CourseRecord.privacy + classify(
        sensitive="what where", plain="starts_at ends_at place travel_minutes staff_member"
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.what} {self.starts_at:%d.%m.%Y}"

    @property
    def slot(self) -> Slot:
        """The time it takes, and the way there."""
        return Slot(self.starts_at, self.ends_at, self.travel_minutes)

    @property
    def place_in_words(self) -> str:
        """“Hjemme”, “Ude: ved søen”."""
        kind = str(self.get_place_display())
        return f"{kind}: {self.where}" if self.where else kind


class AppointmentSeries(Agreed):
    """What is agreed again and again: the first time, how often, and until when.

    The appointments are rows of their own, made with it; each is changed by itself or with those
    after it. The series keeps what was agreed when it was made. ended_on: the day from which the
    rest was called off.
    """

    rhythm = models.CharField("Gentag", max_length=12, choices=Rhythm)
    until_on = models.DateField("Til og med", null=True, blank=True)
    times = models.PositiveSmallIntegerField("Antal gange", null=True, blank=True)
    ended_on = models.DateField(null=True, editable=False)

    privacy = Agreed.privacy + classify(plain="rhythm until_on times ended_on")
    guard = Guard(course="course_id", grants=NO_DELETE, columns="version, ended_on")

    class Meta:
        verbose_name_plural = "appointment series"
        constraints = [
            models.CheckConstraint(
                name="series_ends_in_one_way",
                condition=Q(until_on__isnull=True, times__isnull=False)
                | Q(until_on__isnull=False, times__isnull=True),
            )
        ]


class Appointment(Agreed):
    """An agreed time with the citizen.

    series: what it is one of. stands_apart: it was changed by itself since the series made it.
    """

    status = models.CharField(
        max_length=20, choices=AppointmentStatus, default=AppointmentStatus.PLANNED, editable=False
    )
    cancelled_because = models.CharField(
        "Hvorfor aflyses den", max_length=300, blank=True, editable=False
    )
    series = models.ForeignKey(
        AppointmentSeries,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="appointments",
    )
    stands_apart = models.BooleanField(default=False, editable=False)

    if TYPE_CHECKING:
        companions: RelatedManager[AppointmentCompanion]

    privacy = Agreed.privacy + classify(
        sensitive="cancelled_because", plain="status series stands_apart"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="appointment_ends_after_it_starts",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
            )
        ]
        indexes = [
            models.Index(fields=["course", "starts_at"], name="appointment_next"),
            models.Index(fields=["staff_member", "starts_at"], name="appointment_of_staff"),
        ]
