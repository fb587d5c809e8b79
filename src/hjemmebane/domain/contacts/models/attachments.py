from django.core.validators import MaxLengthValidator
from django.db import models

from hjemmebane.domain.contacts.choices import AttachmentKind
from hjemmebane.domain.contacts.models.log import Contact
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify

LONGEST_NAME = 120


class Attachment(CourseRecord):
    """A sound or a picture on a contact, with what is said or seen in it in own words.

    For the team alone. sha256 is that of the file as it was sent; size is that of what is kept: a
    picture is drawn anew, without where it was taken. seconds: how long a sound is, where it was
    said.
    """

    contact = models.ForeignKey(
        Contact, on_delete=models.PROTECT, related_name="attachments", editable=False
    )
    kind = models.CharField(max_length=10, choices=AttachmentKind, editable=False)
    name = models.CharField(max_length=LONGEST_NAME, editable=False)
    media_type = models.CharField(max_length=80, editable=False)
    size = models.PositiveIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    seconds = models.PositiveIntegerField(null=True, editable=False)
    text = models.TextField("Med ord", blank=True, validators=[MaxLengthValidator(10_000)])

    says = ("contact", "kind", "sha256")
    privacy = CourseRecord.privacy + classify(
        sensitive="name text", plain="contact kind media_type size sha256 seconds"
    )
    guard = Guard(course="course_id", grants=NO_DELETE, columns="version, text")

    class Meta:
        indexes = [models.Index(fields=["contact", "recorded_at"], name="attachment_of_contact")]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class AttachmentPart(CourseRecord):
    """A piece of an attachment, sealed by itself: playing from the middle opens no more."""

    attachment = models.ForeignKey(
        Attachment, on_delete=models.PROTECT, related_name="parts", editable=False
    )
    number = models.PositiveSmallIntegerField(editable=False)
    content_sealed = models.BinaryField(editable=False)

    privacy = CourseRecord.privacy + classify(sealed="content_sealed", plain="attachment number")
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["attachment", "number"], name="attachment_part_once_each"
            )
        ]

    def __str__(self) -> str:
        return f"{self.attachment_id} {self.number}"
