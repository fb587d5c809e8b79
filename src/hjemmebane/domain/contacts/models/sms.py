"""Reminders by text message: what is agreed, each one on its way, and what was answered."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from hjemmebane.domain.contacts.choices import ReplyKind, SmsMoment, SmsState, SmsStop, SmsWhy
from hjemmebane.domain.contacts.models.appointments import Appointment
from hjemmebane.domain.courses.models import Course, CourseRecord
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

MOST_MOMENTS = 2
JOB = "(SELECT guard.actor()) = 'job:sms-reminders'"
GATEWAY = "(SELECT guard.actor()) = 'job:sms-gateway'"
MOVES_ON = (
    "version, state, why, attempts, next_try_at, first_tried_at, sent_at, delivered_at, gateway_id"
)


class ReminderAgreement(CourseRecord):
    """Whether and when the citizen wants to be reminded of appointments. One for each course.

    stopped_at: the citizen wants no more, until it is agreed anew.
    """

    is_wanted = models.BooleanField("Borgeren vil gerne mindes om aftaler på sms")
    phone = models.CharField("Mobilnummer", max_length=20, blank=True)
    moments = ArrayField(
        models.CharField(max_length=20, choices=SmsMoment),
        verbose_name="Hvornår",
        blank=True,
        default=list,
    )
    talked_on = models.DateField("Aftalt med borgeren den")
    stopped_at = models.DateTimeField(null=True, editable=False)
    stopped_how = models.CharField(max_length=10, blank=True, choices=SmsStop, editable=False)

    privacy = CourseRecord.privacy + classify(
        personal="phone", plain="is_wanted moments talked_on stopped_at stopped_how"
    )
    guard = Guard(course="course_id", grants=NO_DELETE)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course"], name="one_reminder_agreement_a_course"),
            models.CheckConstraint(
                name="reminders_have_a_number_and_a_moment",
                condition=Q(is_wanted=False)
                | (~Q(phone="") & Q(moments__len__range=(1, MOST_MOMENTS))),
            ),
            models.CheckConstraint(
                name="reminders_are_stopped_somehow",
                condition=Q(stopped_at__isnull=True, stopped_how="")
                | (Q(stopped_at__isnull=False) & ~Q(stopped_how="")),
            ),
        ]
        indexes = [models.Index(fields=["phone"], name="reminders_to_number")]

    def __str__(self) -> str:
        return f"Påmindelser {self.talked_on}"

    @property
    def is_in_force(self) -> bool:
        return self.is_wanted and self.stopped_at is None

    @property
    def moments_in_words(self) -> str:
        return " og ".join(SmsMoment(code).label.lower() for code in self.moments)


class SmsReply(Record):
    """What somebody answered. `gateway_key` is the gateway's name for it: the same one is one."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="+", editable=False)
    gateway_key = models.CharField(max_length=100, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=ReplyKind, editable=False)
    text = models.TextField(blank=True, editable=False, validators=[MaxLengthValidator(2_000)])
    received_at = models.DateTimeField(editable=False)

    says = ("gateway_key",)
    privacy = Record.privacy + classify(
        sensitive="text", plain="course gateway_key kind received_at"
    )
    guard = Guard(
        course="course_id",
        read=f"course_id IN (SELECT guard.visible_course_ids()) OR {GATEWAY}",
        write=GATEWAY,
        grants=APPEND_ONLY,
    )

    class Meta:
        indexes = [models.Index(fields=["course", "-received_at"], name="sms_reply_newest")]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class SmsReminder(Record):
    """One message on its way: a reminder of an appointment, or the yes to a STOP.

    There is one for an appointment, the time it was agreed for, and the moment to remind. Its key
    is what the gateway knows it by, so whatever is cut off in between is sent again without harm.
    starts_at: when the appointment was to begin as this was planned. is_correction: the citizen had
    been reminded of another time, and the appointment was moved.
    """

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="+", editable=False)
    appointment = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    reply = models.OneToOneField(
        SmsReply, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    moment = models.CharField(max_length=20, blank=True, choices=SmsMoment, editable=False)
    starts_at = models.DateTimeField(null=True, editable=False)
    is_correction = models.BooleanField(default=False, editable=False)
    due_at = models.DateTimeField(editable=False)
    state = models.CharField(
        max_length=10, choices=SmsState, default=SmsState.WAITING, editable=False
    )
    why = models.CharField(max_length=20, blank=True, choices=SmsWhy, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    next_try_at = models.DateTimeField(editable=False)
    first_tried_at = models.DateTimeField(null=True, editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)
    delivered_at = models.DateTimeField(null=True, editable=False)
    gateway_id = models.CharField(max_length=100, blank=True, editable=False)

    privacy = Record.privacy + classify(
        plain="course appointment reply moment starts_at is_correction due_at state why attempts"
        " next_try_at first_tried_at sent_at delivered_at gateway_id"
    )
    guard = Guard(
        course="course_id",
        read=f"course_id IN (SELECT guard.visible_course_ids()) OR {JOB} OR {GATEWAY}",
        write=f"{JOB} OR {GATEWAY}",
        grants=NO_DELETE,
        columns=MOVES_ON,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["appointment", "starts_at", "moment"], name="reminded_once"
            ),
            models.CheckConstraint(
                name="sms_is_a_reminder_or_an_answer",
                condition=Q(appointment__isnull=False, starts_at__isnull=False, reply__isnull=True)
                | Q(
                    appointment__isnull=True,
                    starts_at__isnull=True,
                    reply__isnull=False,
                    moment="",
                ),
            ),
            models.CheckConstraint(
                name="sms_that_did_not_go_says_why",
                condition=Q(state__in=(SmsState.FAILED, SmsState.GIVEN_UP)) ^ Q(why=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                name="sms_to_send",
                condition=Q(state__in=(SmsState.WAITING, SmsState.SENDING)),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_moment_display()} {self.due_at:%d.%m.%Y}"
