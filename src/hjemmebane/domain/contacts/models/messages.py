from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from hjemmebane.domain.contacts.choices import MessageSide
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify


class Message(CourseRecord):
    """A short message between the team and a partner, about one of the partner's activities.

    partner_person: with whom; who wrote it is said by `side`. seen: the other side has read it.
    """

    activity = models.ForeignKey(
        PlanActivity, on_delete=models.PROTECT, related_name="messages", editable=False
    )
    partner_person = models.ForeignKey(
        PartnerPerson, on_delete=models.PROTECT, related_name="+", editable=False
    )
    side = models.CharField(max_length=10, choices=MessageSide, editable=False)
    text = models.TextField("Besked", validators=[MaxLengthValidator(2_000)])
    seen_at = models.DateTimeField(null=True, editable=False)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )

    says = ("activity", "side")
    privacy = CourseRecord.privacy + classify(
        sensitive="text", plain="activity partner_person side seen_at seen_by"
    )
    guard = Guard(course="course_id", grants=NO_DELETE, columns="version, seen_at, seen_by_id")

    class Meta:
        indexes = [
            models.Index(
                fields=["course"], name="message_unseen", condition=Q(seen_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]
