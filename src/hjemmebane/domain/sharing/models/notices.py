from django.db import models
from django.db.models import Q

from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.sharing.choices import NoticeKind
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

TOLD = "partner_person_id = (SELECT guard.partner_id())"


class Notice(Record):
    """Something was opened to somebody at a partner or waits for them. Of whom, it never says.

    Written by triggers on the consents, messages and meetings themselves, so that nothing happens
    untold. mailed_at: when a letter that told of it was about to go, which the database writes.
    """

    partner_person = models.ForeignKey(
        PartnerPerson, on_delete=models.PROTECT, related_name="+", editable=False
    )
    kind = models.CharField(max_length=10, choices=NoticeKind, editable=False)
    told_at = models.DateTimeField(editable=False)
    seen_at = models.DateTimeField(null=True, editable=False)
    mailed_at = models.DateTimeField(null=True, editable=False)

    privacy = Record.privacy + classify(plain="partner_person kind told_at seen_at mailed_at")
    guard = Guard(read=TOLD, grants="SELECT, UPDATE", columns="version, seen_at")

    class Meta:
        indexes = [
            models.Index(
                fields=["partner_person"], name="notice_unseen", condition=Q(seen_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class MailChoice(Record):
    """Whether somebody at a partner wants a letter when there is news; who never said so does."""

    partner_person = models.OneToOneField(
        PartnerPerson, on_delete=models.PROTECT, related_name="+", editable=False
    )
    is_wanted = models.BooleanField()

    says = ("partner_person",)
    privacy = Record.privacy + classify(plain="partner_person is_wanted")
    guard = Guard(read=TOLD, grants=NO_DELETE, columns="version, is_wanted")

    def __str__(self) -> str:
        return "Ja" if self.is_wanted else "Nej"
