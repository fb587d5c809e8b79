import datetime as dt
from uuid import UUID

from hjemmebane.domain.fidelity.choices import Word
from hjemmebane.domain.fidelity.models import PreconditionJudgement
from hjemmebane.domain.fidelity.rules import check_can_judge, check_judgement
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of


@action
def judge_precondition(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    precondition: str,
    word: Word,
    sentence: str,
    judged_on: dt.date,
    look_again_on: dt.date,
    by: Actor,
    at: dt.datetime,
) -> PreconditionJudgement:
    """Say how it stands with a precondition; what was said before stays to be read.

    Refuses whoever does not coordinate the team, no reason or one with a CPR number, a day to
    come, and no later day to look at it again. Raises UnknownCode for what is no precondition of
    the team's method.
    """
    method = pack(team.method_pack)
    judgement = PreconditionJudgement(
        id=id,
        team=team,
        precondition=method.precondition(precondition).code,
        word=word,
        sentence=sentence.strip(),
        judged_on=judged_on,
        look_again_on=look_again_on,
        method_pack=method.code,
        method_version=method.version,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    check_can_judge(by, team, today=day_of(at))
    judgement.check_unsent()
    check_judgement(judgement, today=day_of(at))
    return judgement.insert()
