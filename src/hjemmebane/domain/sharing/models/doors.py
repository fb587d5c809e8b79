from django.conf import settings
from django.db import models
from django.db.models import Q

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.foundation.guards import CITIZENS, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record


class Invitation(Record):
    """A key to one door, used once: for a person at a partner, or for a citizen.

    code_index: blind index of the code, which is stored nowhere. username: what they log in with.
    mailed_at: when the letter with the link was handed to the mail server.
    """

    citizen = models.ForeignKey(
        Citizen, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    partner_person = models.ForeignKey(
        PartnerPerson, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    username = models.CharField(max_length=150, editable=False)
    code_index = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField(editable=False)
    accepted_at = models.DateTimeField(null=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, editable=False)
    mailed_at = models.DateTimeField(null=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(editable=False)

    says = ("citizen", "partner_person")
    privacy = Record.privacy + classify(
        personal="username",
        plain="citizen partner_person code_index expires_at accepted_at cancelled_at mailed_at"
        " recorded_by recorded_at",
    )
    guard = Guard(
        citizen="citizen_id",
        read=f"citizen_id IN ({CITIZENS})"
        " OR partner_person_id IN (SELECT guard.partner_people_i_invite())",
        grants=NO_DELETE,
        columns="version, cancelled_at, mailed_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="key_is_for_one",
                condition=Q(citizen__isnull=False, partner_person__isnull=True)
                | Q(citizen__isnull=True, partner_person__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"Invitation {self.pk}"
