"""Append-only tables, written by owner-defined functions only: the app role may not insert a row.

No foreign keys: the history must outlive what it is about.
"""

from django.db import models
from django.db.models import Q

from hjemmebane.domain.audit.choices import Operation
from hjemmebane.foundation.guards import Guard
from hjemmebane.foundation.privacy import classify


class Change(models.Model):
    """One row of one table, as it was and as it became. For an update only what differs is kept."""

    id = models.BigAutoField(primary_key=True)
    table_name = models.TextField()
    row_id = models.TextField()
    course_id = models.UUIDField(null=True)
    citizen_id = models.UUIDField(null=True)
    operation = models.TextField(choices=Operation)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    actor = models.TextField()
    verb = models.TextField()
    occasion = models.TextField(db_default="")
    at = models.DateTimeField()
    transaction_id = models.BigIntegerField()

    privacy = classify(
        sensitive="before after",
        plain="id table_name row_id course_id citizen_id operation actor verb occasion at"
        " transaction_id",
    )
    guard = Guard(
        read="course_id IN (SELECT guard.visible_course_ids())"
        " OR citizen_id IN (SELECT guard.visible_citizen_ids())",
        grants="SELECT",
    )

    class Meta:
        indexes = [
            models.Index(fields=["citizen_id", "at"], name="change_citizen_at"),
            models.Index(fields=["course_id", "at"], name="change_course_at"),
            models.Index(fields=["table_name", "row_id"], name="change_row"),
            models.Index(
                fields=["occasion", "id"], name="change_occasion", condition=~Q(occasion="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb or self.operation} {self.table_name} {self.row_id}"


class Access(models.Model):
    """Somebody read something about one citizen.

    consent_id: the consent that a partner's reading rests on; one row for each.
    """

    id = models.BigAutoField(primary_key=True)
    citizen_id = models.UUIDField()
    what = models.TextField()
    reason = models.TextField(blank=True)
    actor = models.TextField()
    consent_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    privacy = classify(sensitive="reason", plain="id citizen_id what actor consent_id at")
    guard = Guard(read="citizen_id IN (SELECT guard.visible_citizen_ids())", grants="SELECT")

    class Meta:
        indexes = [models.Index(fields=["citizen_id", "at"], name="access_citizen_at")]
        verbose_name_plural = "accesses"

    def __str__(self) -> str:
        return f"{self.actor} {self.what} {self.citizen_id}"
