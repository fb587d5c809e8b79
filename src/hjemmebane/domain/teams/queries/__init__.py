"""Questions about the teams, who works in them, and what they have agreed among themselves."""

from hjemmebane.domain.teams.queries.absences import (
    absence,
    absences_between,
)
from hjemmebane.domain.teams.queries.board import (
    board_layout_of,
    chosen_columns,
)
from hjemmebane.domain.teams.queries.feeds import (
    feed_of,
    feed_to_change,
    opens_a_feed,
)
from hjemmebane.domain.teams.queries.functions import (
    core_functions_of,
    function_titles,
    functions_of,
    plain_functions,
    uncovered_functions,
)
from hjemmebane.domain.teams.queries.membership import (
    coordinated_with,
    full_time_equivalents,
    in_force,
    joined_first,
    managers_of,
    members_of,
    memberships_ever,
    memberships_from,
    memberships_of_those_in,
    names_of_staff,
    staff_member,
    staff_of,
    teams_managed_by,
    teams_worked_in,
    work_in_team,
)
from hjemmebane.domain.teams.queries.portraits import (
    have_portraits,
    persona_of,
    personas_of,
    portrait_content,
    portrait_of,
    portrait_place,
    portraits_of,
)
from hjemmebane.domain.teams.queries.roles import (
    Rewriting,
    rewritings_in,
    role_description,
    role_descriptions_of,
    role_fields,
)
from hjemmebane.domain.teams.queries.trainings import (
    as_training,
    participants_of,
    trainings_of,
    visible_trainings,
)

__all__ = [
    "Rewriting",
    "absence",
    "absences_between",
    "as_training",
    "board_layout_of",
    "chosen_columns",
    "coordinated_with",
    "core_functions_of",
    "feed_of",
    "feed_to_change",
    "full_time_equivalents",
    "function_titles",
    "functions_of",
    "have_portraits",
    "in_force",
    "joined_first",
    "managers_of",
    "members_of",
    "memberships_ever",
    "memberships_from",
    "memberships_of_those_in",
    "names_of_staff",
    "opens_a_feed",
    "participants_of",
    "persona_of",
    "personas_of",
    "plain_functions",
    "portrait_content",
    "portrait_of",
    "portrait_place",
    "portraits_of",
    "rewritings_in",
    "role_description",
    "role_descriptions_of",
    "role_fields",
    "staff_member",
    "staff_of",
    "teams_managed_by",
    "teams_worked_in",
    "trainings_of",
    "uncovered_functions",
    "visible_trainings",
    "work_in_team",
]
