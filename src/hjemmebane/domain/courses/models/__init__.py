"""What is stored about a course: how it came about, its pauses, its forms and its ending."""

from hjemmebane.domain.courses.models.agreements import ContactAgreement, LifeEvent
from hjemmebane.domain.courses.models.course import Course, CourseRecord, PrimaryContact
from hjemmebane.domain.courses.models.ending import Ending, TransitionStaff
from hjemmebane.domain.courses.models.forms import CourseForm, EndForm, StartForm
from hjemmebane.domain.courses.models.intake import (
    Decision,
    EarlyAttempt,
    EarlyContact,
    TargetGroupAssessment,
    TeamRecord,
)
from hjemmebane.domain.courses.models.pauses import Hold, IntensityAgreement, Reactivation
from hjemmebane.domain.courses.models.referrals import Referral, ReferralAttachment

__all__ = [
    "ContactAgreement",
    "Course",
    "CourseForm",
    "CourseRecord",
    "Decision",
    "EarlyAttempt",
    "EarlyContact",
    "EndForm",
    "Ending",
    "Hold",
    "IntensityAgreement",
    "LifeEvent",
    "PrimaryContact",
    "Reactivation",
    "Referral",
    "ReferralAttachment",
    "StartForm",
    "TargetGroupAssessment",
    "TeamRecord",
    "TransitionStaff",
]
