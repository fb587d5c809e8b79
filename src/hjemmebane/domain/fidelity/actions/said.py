import datetime as dt
from uuid import UUID

from hjemmebane.domain.fidelity.choices import DactsAverage, Word
from hjemmebane.domain.fidelity.models import DactsRating, DactsSheet, PreconditionJudgement
from hjemmebane.domain.fidelity.queries.dacts_sheets import as_kept, dacts_of
from hjemmebane.domain.fidelity.rules import (
    check_can_judge,
    check_can_use_dacts,
    check_is_judged,
    check_judgement,
    check_rating,
)
from hjemmebane.domain.method.queries import dacts, pack
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


@action
def rate_dacts_item(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    item: str,
    level: int,
    note: str,
    rated_on: dt.date,
    by: Actor,
    at: dt.datetime,
) -> DactsRating:
    """Say which level of DACTS an item is on; what was said before stays to be read.

    Refuses whoever does not work in the team, what is computed or not relevant to its method, a
    level that is none, no note or one with a CPR number, and a day to come. Raises UnknownCode.
    """
    method, known = pack(team.method_pack), dacts().item(item)
    check_can_use_dacts(by, team, today=day_of(at))
    check_is_judged(known, method.dacts_exceptions)
    rating = DactsRating(
        id=id,
        team=team,
        item=known.code,
        level=level,
        note=note.strip(),
        rated_on=rated_on,
        method_pack=method.code,
        method_version=method.version,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    rating.check_unsent()
    check_rating(rating, today=day_of(at))
    return rating.insert()


@action
def keep_dacts(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    average: DactsAverage,
    by: Actor,
    at: dt.datetime,
) -> DactsSheet:
    """Keep the team's DACTS as it stands, without a citizen, for its manager and for later.

    Refuses whoever does not work in the team.
    """
    method = pack(team.method_pack)
    check_can_use_dacts(by, team, today=day_of(at))
    sheet = DactsSheet(
        id=id,
        team=team,
        read_on=day_of(at),
        average=average,
        items=as_kept(dacts_of(team, average, at=at)),
        method_pack=method.code,
        method_version=method.version,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return sheet.insert()
