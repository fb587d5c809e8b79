from collections.abc import Sequence
from uuid import UUID

from hjemmebane.domain.teams.models import BoardLayout, Team


def board_layout_of(team_id: UUID) -> BoardLayout | None:
    """The columns a team has chosen for its board; None while it has the usual ones."""
    return BoardLayout.objects.filter(team_id=team_id).select_related("team").first()


def chosen_columns(team: Team) -> Sequence[str]:
    """The codes a team that came with its layout has chosen; none while it has the usual ones."""
    layout: BoardLayout | None = getattr(team, "board_layout", None)
    return layout.columns if layout else ()
