from django.db import models
from django.db.models import Q

from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.sharing.choices import Feeling, ShownTo
from hjemmebane.foundation.guards import COURSES, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify


class Mood(CourseRecord):
    """How the citizen says they are, on five faces; when they like, with a word or without.

    It is no instrument: nobody asks for it, sums it up or scores it. Whom it is shown to is the
    citizen's choice, also afterwards.
    """

    feeling = models.PositiveSmallIntegerField("Hvordan har du det?", choices=Feeling)
    word = models.CharField("Vil du sætte et ord på?", max_length=80, blank=True)
    shown_to = models.CharField(
        "Hvem må se det?", max_length=10, choices=ShownTo, default=ShownTo.TEAM
    )

    privacy = CourseRecord.privacy + classify(sensitive="feeling word", plain="shown_to")
    # Its history is nobody's: with a course on it the team would read there what was not shown.
    guard = Guard(
        read=f"course_id IN ({COURSES}) AND shown_to <> 'ME'",
        write="false",
        grants=NO_DELETE,
        columns="version, shown_to",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="mood_is_one_of_five_faces", condition=Q(feeling__gte=1, feeling__lte=5)
            )
        ]
        indexes = [models.Index(fields=["course", "recorded_at"], name="mood_by_day")]

    def __str__(self) -> str:
        return str(self.get_feeling_display())
