import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from hjemmebane.domain.courses.choices import CourseStatus
from hjemmebane.domain.courses.models import Course
from tests.domain.courses.test_actions import TODAY
from tests.factories.cast import STARTED_ON


def test_database_refuses_what_the_rules_refuse(as_ida):
    course = as_ida.kim.course
    for values in (
        {"status": CourseStatus.ENDED},
        {"ended_on": TODAY},
        {"status": CourseStatus.ENDED, "ended_on": STARTED_ON - dt.timedelta(days=1)},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Course.objects.filter(pk=course.pk).update(**values)
