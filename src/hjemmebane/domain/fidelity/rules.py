import datetime as dt
from collections.abc import Sequence

from hjemmebane.domain.fidelity.calculations.dacts import is_judged
from hjemmebane.domain.fidelity.choices import DactsRefusal, JudgementRefusal
from hjemmebane.domain.fidelity.models import DactsRating, PreconditionJudgement
from hjemmebane.domain.method.content.dacts import LEVELS, DactsException, DactsItem
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import coordinated_with, teams_worked_in
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.cpr import holds_cpr
from hjemmebane.foundation.decisions import Refused


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
