import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from hjemmebane.domain.fidelity.calculations.dacts import is_judged
from hjemmebane.domain.fidelity.calculations.quarters import Quarter, quarter_of
from hjemmebane.domain.fidelity.choices import (
    AssessmentRefusal,
    DactsRefusal,
    JudgementRefusal,
    TalkRefusal,
)
from hjemmebane.domain.fidelity.models import (
    DactsRating,
    PreconditionJudgement,
    QuarterTalk,
    SelfAssessment,
)
from hjemmebane.domain.method.content.dacts import DactsException, DactsItem
from hjemmebane.domain.method.content.fidelity import LEVELS
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import (
    coordinated_with,
    memberships_ever,
    staff_member,
    teams_worked_in,
    work_in_team,
)
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.cpr import holds_cpr
from hjemmebane.foundation.decisions import Refused

TALK_NOTES = ("status_note", "preconditions_note", "plan_note", "practice_note")


def check_can_judge(actor: Actor, team: Team, *, today: dt.date) -> None:
    """The team's coordinator of today."""
    if not coordinated_with(actor, today).filter(team=team).exists():
        raise Refused(JudgementRefusal.NOT_COORDINATOR)


def check_judgement(judgement: PreconditionJudgement, *, today: dt.date) -> None:
    """With a reason that names no citizen, on a day that has come, and a later to look again."""
    if not judgement.sentence:
        raise Refused(JudgementRefusal.NOTHING_SAID, field="sentence")
    if holds_cpr(judgement.sentence, today=today):
        raise Refused(JudgementRefusal.CPR_NUMBER, field="sentence")
    if judgement.judged_on > today:
        raise Refused(JudgementRefusal.FUTURE, field="judged_on")
    if judgement.look_again_on <= judgement.judged_on:
        raise Refused(JudgementRefusal.LOOKS_BACK, field="look_again_on")


def check_can_use_dacts(actor: Actor, team: Team, *, today: dt.date) -> None:
    """Who works in the team today."""
    if not teams_worked_in(actor, today).filter(pk=team.pk).exists():
        raise Refused(DactsRefusal.NOT_IN_TEAM)


def check_is_judged(item: DactsItem, exceptions: Sequence[DactsException]) -> None:
    """Relevant to the method, and nothing that is computed."""
    if item.formula is not None:
        raise Refused(DactsRefusal.COMPUTED)
    if not is_judged(item, exceptions):
        raise Refused(DactsRefusal.NOT_RELEVANT)


def check_rating(rating: DactsRating, *, today: dt.date) -> None:
    """From 1 to 5, with a note that names no citizen, on a day that has come."""
    if not 1 <= rating.level <= LEVELS:
        raise Refused(DactsRefusal.LEVEL, field="level")
    if not rating.note:
        raise Refused(DactsRefusal.NO_NOTE, field="note")
    if holds_cpr(rating.note, today=today):
        raise Refused(DactsRefusal.CPR_NUMBER, field="note")
    if rating.rated_on > today:
        raise Refused(DactsRefusal.FUTURE, field="rated_on")


def check_can_assess(
    actor: Actor, team: Team, staff_member_id: UUID, quarter: Quarter, *, today: dt.date
) -> None:
    """One of the team's own, about themselves, for this quarter or the one before."""
    own = staff_member(actor)
    if own is None or own.pk != staff_member_id or not work_in_team(team.pk, [own.pk], today):
        raise Refused(AssessmentRefusal.NOT_A_MEMBER)
    check_quarter(quarter, today=today)


def check_quarter(quarter: Quarter, *, today: dt.date) -> None:
    """The one we are in, or the one that has just gone."""
    this = quarter_of(today)
    if quarter > this:
        raise Refused(AssessmentRefusal.FUTURE_QUARTER)
    if quarter < this.previous:
        raise Refused(AssessmentRefusal.PAST_QUARTER)


def check_open(talk: QuarterTalk | None) -> None:
    if talk and talk.closed_at:
        raise Refused(AssessmentRefusal.CLOSED)


def check_is_of_method(assessment: SelfAssessment, method_code: str) -> None:
    """Another method asks of other lines, so its answers are not written over these."""
    if assessment.method_pack != method_code:
        raise Refused(AssessmentRefusal.FORMER_METHOD)


def check_answers(
    answers: Mapping[str, int], comments: Mapping[str, str], *, levels: int, today: dt.date
) -> None:
    """Levels that there are, on one line at least, and comments that name no citizen."""
    for level in answers.values():
        if type(level) is not int or not 1 <= level <= levels:
            raise Refused(AssessmentRefusal.NOT_A_LEVEL)
    if not answers:
        raise Refused(AssessmentRefusal.NOTHING_RATED)
    if any(holds_cpr(text, today=today) for text in comments.values()):
        raise Refused(AssessmentRefusal.CPR_NUMBER)


def check_can_note(actor: Actor, team: Team, *, today: dt.date) -> None:
    """Anybody who works in the team."""
    own = staff_member(actor)
    if own is None or not work_in_team(team.pk, [own.pk], today):
        raise Refused(AssessmentRefusal.NOT_A_MEMBER)


def check_talk_quarter(quarter: Quarter, *, today: dt.date) -> None:
    """The one we are in, or the one that has just gone: the log of today tells of no other."""
    this = quarter_of(today)
    if quarter > this:
        raise Refused(AssessmentRefusal.FUTURE_QUARTER)
    if quarter < this.previous:
        raise Refused(TalkRefusal.PAST_QUARTER)


def check_talk(talk: QuarterTalk, quarter: Quarter, *, today: dt.date) -> None:
    """Of a recent quarter, on a day that has come, with people of the team; no citizen named."""
    check_talk_quarter(quarter, today=today)
    if talk.held_on > today:
        raise Refused(TalkRefusal.FUTURE, field="held_on")
    if talk.held_on < quarter.first:
        raise Refused(TalkRefusal.BEFORE_QUARTER, field="held_on")
    present = set(talk.participants)
    if not present:
        raise Refused(TalkRefusal.NOBODY, field="participants")
    known = memberships_ever(talk.team_id, present).values_list("staff_member_id", flat=True)
    if present - set(known):
        raise Refused(TalkRefusal.STRANGER, field="participants")
    for name in TALK_NOTES:
        if holds_cpr(getattr(talk, name), today=today):
            raise Refused(TalkRefusal.CPR_NUMBER, field=name)


def check_can_close(actor: Actor, talk: QuarterTalk, *, today: dt.date) -> None:
    """The coordinator, once, and while what the log shows still tells of the quarter."""
    if not coordinated_with(actor, today).filter(team_id=talk.team_id).exists():
        raise Refused(TalkRefusal.NOT_COORDINATOR)
    if talk.closed_at:
        raise Refused(TalkRefusal.CLOSED)
    check_talk_quarter(quarter_of(talk.quarter_on), today=today)
