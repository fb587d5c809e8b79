from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.db import models

from hjemmebane.domain.contacts.choices import ContactKind, InitiatedBy, MoodSeen, Outcome, Progress
from hjemmebane.domain.contacts.models.appointments import Appointment
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.privacy import classify

LONGEST_CONTACT = 24 * 60


class Contact(CourseRecord):
    """One contact or attempt: what, where, how long, with what outcome.

    mood: how the citizen seemed; blank when nobody noted it.
    appointment: what it came of. Each comes to one contact at most.
    """

    kind = models.CharField("Hvad", max_length=20, choices=ContactKind, default=ContactKind.VISIT)
    place = models.CharField("Hvor", max_length=20, choices=Place, default=Place.HOME)
    outcome = models.CharField(
        "Hvad kom der ud af det", max_length=20, choices=Outcome, default=Outcome.MET
    )
    initiated_by = models.CharField(
        "Hvem tog initiativet", max_length=20, choices=InitiatedBy, default=InitiatedBy.TEAM
    )
    started_at = models.DateTimeField("Hvornår")
    direct_minutes = models.PositiveSmallIntegerField(
        "Minutter med borgeren", default=0, validators=[MaxValueValidator(LONGEST_CONTACT)]
    )
    travel_minutes = models.PositiveSmallIntegerField(
        "Minutter på vejen", default=0, validators=[MaxValueValidator(LONGEST_CONTACT)]
    )
    accompanied_to = models.CharField("Fulgte med til", max_length=120, blank=True)
    is_acute = models.BooleanField("Det var akut", default=False)
    mood = models.CharField(
        "Hvordan så borgeren ud til at have det", max_length=20, choices=MoodSeen, blank=True
    )
    note = models.TextField("Notat", blank=True, validators=[MaxLengthValidator(10_000)])
    appointment = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    says = ("appointment",)
    privacy = CourseRecord.privacy + classify(
        sensitive="note accompanied_to mood",
        plain="kind place outcome initiated_by started_at direct_minutes travel_minutes is_acute"
        " appointment",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["appointment"], name="one_contact_comes_of_an_appointment"
            )
        ]
        indexes = [
            models.Index(
                fields=["course", "-started_at"],
                # What contacts are counted by: nobody reads the notes to count.
                include=["kind", "outcome", "place", "direct_minutes", "id"],
                name="contact_newest",
            ),
            models.Index(fields=["recorded_by", "-recorded_at"], name="contact_newest_of_writer"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.started_at:%d.%m.%Y}"


class ContactStaff(CourseRecord):
    """One of those who were there: going two and two is part of the method."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="staff")
    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")

    privacy = CourseRecord.privacy + classify(plain="contact staff_member")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "staff_member"], name="staff_member_once_per_contact"
            )
        ]
        indexes = [  # whom a citizen has met is read out of it
            models.Index(
                fields=["course"], include=["contact", "staff_member"], name="staff_of_a_course"
            )
        ]

    def __str__(self) -> str:
        return str(self.staff_member_id)


class ContactSubGoal(CourseRecord):
    """What a contact did for one sub-goal."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="sub_goals")
    sub_goal = models.ForeignKey(SubGoal, on_delete=models.PROTECT, related_name="contacts")
    progress = models.CharField("Fremgang", max_length=20, choices=Progress)

    privacy = CourseRecord.privacy + classify(plain="contact sub_goal progress")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "sub_goal"], name="sub_goal_once_per_contact"
            )
        ]

    def __str__(self) -> str:
        return f"{self.sub_goal_id} {self.progress}"
