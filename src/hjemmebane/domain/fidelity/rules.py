import datetime as dt

from hjemmebane.domain.fidelity.choices import JudgementRefusal
from hjemmebane.domain.fidelity.models import PreconditionJudgement
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import coordinated_with
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
