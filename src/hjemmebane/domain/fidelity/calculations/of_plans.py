"""What plans tell: whose they are, whether they are used, and who takes part in them."""

from collections.abc import Iterator

from hjemmebane.domain.fidelity.calculations.log import CourseLog, Window

# Of plans.choices.AgreementStance; who could not answer has said neither.
STANCES = {"AGREES": True, "DISAGREES": False}


def goals_from_wishes(course: CourseLog, _window: Window, _limit: int) -> Iterator[bool]:
    """Of each open goal, whether it hangs from a wish."""
    return iter(course.goals)


def agrees_on_plan(course: CourseLog, _window: Window, _limit: int) -> Iterator[bool | None]:
    """Of each plan, whether the citizen agreed the last time they said anything of it."""
    if course.has_plan:
        yield STANCES.get(course.stance)


def own_wishes(course: CourseLog, window: Window, _limit: int) -> Iterator[bool]:
    """Whether a wish is written in the citizen's words, once the course has lasted the window."""
    if course.started_on <= window.first:
        yield course.own_wishes > 0


def plan_reviewed(course: CourseLog, window: Window, _limit: int) -> Iterator[bool]:
    """Whether the plan was gone through, once the course has lasted the window."""
    if course.started_on <= window.first:
        yield any(window.holds(day) for day in course.reviews)


def practice_model_used(course: CourseLog, window: Window, _limit: int) -> Iterator[bool]:
    """Whether anything was said in the practice model, once the course has lasted the window."""
    if course.started_on <= window.first:
        yield any(window.holds(day) for day in course.model_days)


def plan_in_meetings(course: CourseLog, window: Window, _limit: int) -> Iterator[bool]:
    """Of each time the team took the citizen up, whether their plan changed there."""
    return (changed for day, changed in course.turns if window.holds(day))


def partners_write(course: CourseLog, _window: Window, _limit: int) -> Iterator[bool]:
    """Of each activity that a partner answers for, whether they wrote it themselves."""
    return iter(course.partner_activities)


def network_meetings(course: CourseLog, window: Window, _limit: int) -> Iterator[bool]:
    """Whether a network meeting was held."""
    yield any(window.holds(day) for day in course.network_meetings)


def overlaps_judged(course: CourseLog, _window: Window, _limit: int) -> Iterator[bool]:
    """Of each question about several efforts, whether the team has answered it."""
    return iter(course.overlaps)
