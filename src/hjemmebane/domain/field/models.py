from django.conf import settings
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.field.choices import ItemKind, Settlement
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

MINE = "user_id = (SELECT guard.user_id())"
MY_OWN = f"(SELECT guard.is_staff()) AND {MINE}"
OPERATIONS = "(SELECT guard.is_operations())"
MY_COLLEAGUES = "user_id IN (SELECT guard.coordinated_user_ids())"


class FieldRecord(Record):
    """Something that belongs to one login, and to nobody else."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )

    privacy = Record.privacy + classify(plain="user")
    guard = Guard(read=MY_OWN)

    class Meta:
        abstract = True


class FieldDevice(FieldRecord):
    """A telephone or tablet on which somebody of the staff has Felt. Its key is made on it.

    Once it is revoked it stays so: a telephone that is found again is registered anew.
    """

    name = models.CharField("Telefonens navn", max_length=60)
    registered_at = models.DateTimeField(editable=False)
    last_seen_at = models.DateTimeField(editable=False)
    revoked_at = models.DateTimeField(null=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )

    says = ("user",)
    privacy = FieldRecord.privacy + classify(
        personal="name", plain="registered_at last_seen_at revoked_at revoked_by"
    )
    guard = Guard(
        read=f"({MY_OWN}) OR {MY_COLLEAGUES}",
        write=MY_OWN,
        update=MY_COLLEAGUES,
        grants=NO_DELETE,
        columns="version, name, last_seen_at, revoked_at, revoked_by_id",
    )

    class Meta:
        indexes = [models.Index(fields=["user", "registered_at"], name="field_device_of_user")]

    def __str__(self) -> str:
        return self.name


class FieldReceipt(FieldRecord):
    """That an item of this key has arrived, and what was answered: sent again, it gets the same.

    content_hash: a keyed fingerprint of what it said, so that other words under the same key show.
    """

    device = models.ForeignKey(FieldDevice, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=ItemKind)
    content_hash = models.CharField(max_length=64)
    answer = models.JSONField(default=dict, blank=True)
    received_at = models.DateTimeField(editable=False)

    privacy = FieldRecord.privacy + classify(
        sensitive="answer", plain="device kind content_hash received_at"
    )
    guard = Guard(read=MY_OWN, grants=APPEND_ONLY)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class FieldConflict(CourseRecord):
    """Two versions of the same: what stands, and what a telephone sent beside it.

    Nothing is decided until somebody of the team has looked at both. concerns: the key of the
    record that stands. sent: the words of the telephone as they came.
    """

    kind = models.CharField(max_length=20, choices=ItemKind, editable=False)
    concerns = models.UUIDField(editable=False)
    sent = models.JSONField(editable=False)
    made_at = models.DateTimeField(editable=False)
    settlement = models.CharField("Hvilken gælder", max_length=10, choices=Settlement, blank=True)
    settled_at = models.DateTimeField(null=True, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )

    privacy = CourseRecord.privacy + classify(
        sensitive="sent", plain="kind concerns made_at settlement settled_at settled_by"
    )
    guard = Guard(
        course="course_id",
        grants=NO_DELETE,
        columns="version, settlement, settled_at, settled_by_id",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="conflict_is_settled_by_somebody",
                condition=Q(settlement="", settled_at__isnull=True, settled_by__isnull=True)
                | (~Q(settlement="") & Q(settled_at__isnull=False, settled_by__isnull=False)),
            )
        ]
        indexes = [
            models.Index(
                fields=["course"],
                name="field_conflict_unsettled",
                condition=Q(settled_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.concerns}"


class FieldUpload(FieldRecord):
    """A recording or picture on its way, in parts. Its key is the item's; gone once it is whole."""

    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    have = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(editable=False)
    last_part_at = models.DateTimeField(editable=False)

    privacy = FieldRecord.privacy + classify(plain="size sha256 have begun_at last_part_at")
    guard = Guard(read=f"({MY_OWN}) OR {OPERATIONS}")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="upload_has_no_more_than_all", condition=Q(have__lte=F("size"))
            )
        ]
        indexes = [models.Index(fields=["user", "last_part_at"], name="field_upload_of_user")]

    def __str__(self) -> str:
        return f"{self.have} af {self.size}"

    @property
    def is_whole(self) -> bool:
        return self.have == self.size


class FieldUploadPart(FieldRecord):
    """Some bytes of an upload, sealed."""

    upload = models.ForeignKey(FieldUpload, on_delete=models.PROTECT, related_name="parts")
    start = models.PositiveIntegerField()
    content_sealed = models.BinaryField()

    privacy = FieldRecord.privacy + classify(sealed="content_sealed", plain="upload start")
    guard = Guard(
        read=f"({MY_OWN}) OR (SELECT guard.is_operations())", grants="SELECT, INSERT, DELETE"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upload", "start"], name="part_once")]

    def __str__(self) -> str:
        return f"{self.upload_id} fra {self.start}"
