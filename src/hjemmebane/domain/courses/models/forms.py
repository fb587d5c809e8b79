"""The forms at the two ends of a course, as the pilots filled them. Drafts until completed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from hjemmebane.domain.courses.choices import Known
from hjemmebane.domain.courses.models.course import SHORT_TEXT, CourseRecord
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify

CODES = models.CharField(max_length=40)


class CourseForm(CourseRecord):
    """What both forms ask.

    housing, efforts and areas hold codes of the method pack; functioning maps the code of a
    dimension to 0 (no problem) … 4 (complete problem); a dimension not rated is left out.
    """

    housing = models.CharField("Bolig", max_length=40, blank=True)
    functioning = models.JSONField("Funktionsevne", default=dict, blank=True)
    social_assessed = models.CharField(
        "Socialfaglig udredning", max_length=10, choices=Known, blank=True
    )
    health_assessed = models.CharField(
        "Sundhedsfaglig udredning", max_length=10, choices=Known, blank=True
    )
    note = models.TextField("Bemærkning", blank=True, validators=SHORT_TEXT)
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)
    completed_at = models.DateTimeField(null=True, editable=False)

    privacy = CourseRecord.privacy + classify(
        sensitive="housing functioning social_assessed health_assessed note",
        plain="method_pack method_version completed_at",
    )

    class Meta:
        abstract = True


class StartForm(CourseForm):
    """How things stood when the course began."""

    earlier_efforts = ArrayField(CODES, verbose_name="Indsatser før", default=list, blank=True)
    present_efforts = ArrayField(CODES, verbose_name="Indsatser nu", default=list, blank=True)
    has_psychiatric_diagnosis = models.CharField(
        "Psykiatrisk diagnose", max_length=10, choices=Known, blank=True
    )
    diagnoses = models.CharField("Hvilken", max_length=300, blank=True)

    privacy = CourseForm.privacy + classify(
        sensitive="earlier_efforts present_efforts has_psychiatric_diagnosis diagnoses"
    )
    guard = Guard(course="course_id", grants=NO_DELETE)

    class Meta:
        constraints = [models.UniqueConstraint(name="one_start_form_per_course", fields=["course"])]

    def __str__(self) -> str:
        return "Startskema"


class EndForm(CourseForm):
    """How things stood when the course ended, and what was worked with."""

    areas_worked_with = ArrayField(CODES, verbose_name="Arbejdet med", default=list, blank=True)
    next_support = ArrayField(CODES, verbose_name="Støtte bagefter", default=list, blank=True)

    privacy = CourseForm.privacy + classify(sensitive="areas_worked_with next_support")
    guard = Guard(course="course_id", grants=NO_DELETE)

    class Meta:
        constraints = [models.UniqueConstraint(name="one_end_form_per_course", fields=["course"])]

    def __str__(self) -> str:
        return "Slutskema"
