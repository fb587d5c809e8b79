import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict

from hjemmebane.domain.meetings.models import TeamAgenda
from hjemmebane.domain.meetings.queries import own_agenda
from hjemmebane.domain.meetings.rules import check_agenda
from hjemmebane.domain.method.content.entries import AgendaItem
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.ids import new_id


@action
def set_agenda(
    *,
    team: Team,
    kind: str,
    points: Sequence[AgendaItem],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> TeamAgenda:
    """Decide which points the team goes through at its next meetings of a kind, in which order.

    Refuses an agenda without points, with too many, and one that lacks what a meeting needs.
    version: of the team's agenda as it was seen, 0 while it used the method's. Raises EditConflict.
    """
    offered = pack(team.method_pack).agenda(kind).items
    check_agenda(points, offered)
    take_turns(f"meetings.set_agenda {team.pk} {kind}")
    stored = [asdict(point) for point in points] if tuple(points) != offered else []
    if agenda := own_agenda(team, kind):
        return agenda.save_changes({"points": stored}, version=version)
    return TeamAgenda(
        id=new_id(),
        team=team,
        kind=kind,
        method_pack=team.method_pack,
        points=stored,
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()
