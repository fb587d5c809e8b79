"""What a record can tell of the practice model: a pack points at it, the practice room reads it."""

from enum import StrEnum


class Evidence(StrEnum):
    """One thing to look up in a citizen's record, in words and sometimes with a reading."""

    AGE = "AGE"
    COURSE_STARTED = "COURSE_STARTED"
    TEAM_CONSENT = "TEAM_CONSENT"
    LIFE_AREAS = "LIFE_AREAS"
    MET = "MET"
    CONTACT_RHYTHM = "CONTACT_RHYTHM"
    OUT_TOGETHER = "OUT_TOGETHER"
    COORDINATION = "COORDINATION"
    NETWORK = "NETWORK"
    PARTNERS_TAKE_PART = "PARTNERS_TAKE_PART"
    WISHES = "WISHES"
    GOALS_FROM_WISHES = "GOALS_FROM_WISHES"
    CITIZEN_TAKES_PART = "CITIZEN_TAKES_PART"
    SUB_GOALS_REACHED = "SUB_GOALS_REACHED"
    PLAN_VERSION = "PLAN_VERSION"
    PLAN_FOLLOWED_UP = "PLAN_FOLLOWED_UP"
    ASSESSMENTS_CONSIDERED = "ASSESSMENTS_CONSIDERED"
    ASSESSMENTS_MOVING = "ASSESSMENTS_MOVING"
    ASSESSMENTS_SETTLED = "ASSESSMENTS_SETTLED"
