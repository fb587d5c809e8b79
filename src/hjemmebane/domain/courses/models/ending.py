"""A gentle ending: prepared with the citizen, with people who stay on for a while."""

from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.courses.choices import EndingReason
from hjemmebane.domain.courses.models.course import LONG_TEXT, CourseRecord
from hjemmebane.domain.partners.models import PartnerOrganisation
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.guards import Guard
from hjemmebane.foundation.privacy import classify


class Ending(CourseRecord):
    """How and why a course ends. Open until the course has ended; may be called off until then."""

    reason = models.CharField("Hvorfor slutter forløbet", max_length=20, choices=EndingReason)
    begun_on = models.DateField("Taget op")
    explanation = models.TextField("Uddybning", blank=True, validators=LONG_TEXT)
    own_needs = models.TextField(
        "Den støtte, borgeren selv oplever at have brug for", blank=True, validators=LONG_TEXT
    )
    results_to_keep = models.TextField("Det vil vi holde fast i", blank=True, validators=LONG_TEXT)
    transition_plan = models.TextField(
        "Aftaler med dem, der tager over", blank=True, validators=LONG_TEXT
    )
    next_provider = models.ForeignKey(
        PartnerOrganisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Hvem tager over",
    )
    next_contact = models.CharField("Kontaktperson dér", max_length=200, blank=True)
    transition_until = models.DateField("Overgangsperiode til", null=True, blank=True)

    privacy = CourseRecord.privacy + classify(
        sensitive="reason explanation own_needs results_to_keep transition_plan next_provider"
        " next_contact",
        plain="begun_on transition_until",
    )
    guard = Guard(course="course_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_ending_per_course", fields=["course"]),
            models.CheckConstraint(
                name="transition_ends_after_the_ending_began",
                condition=Q(transition_until__isnull=True) | Q(transition_until__gte=F("begun_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"Afslutning fra {self.begun_on}"


class TransitionStaff(CourseRecord):
    """Somebody of the team who stays on through the transition."""

    ending = models.ForeignKey(
        Ending, on_delete=models.PROTECT, related_name="staff", editable=False
    )
    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")

    privacy = CourseRecord.privacy + classify(plain="ending staff_member")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="staff_member_once_in_transition", fields=["ending", "staff_member"]
            )
        ]

    def __str__(self) -> str:
        return str(self.staff_member_id)
