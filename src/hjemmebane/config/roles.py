"""Who may stand before an address, in each state of a consent, and which audiences they are in.

The access matrix is asked as every one of them; `docs/generated/access.md` is made from the same.
"""

from enum import Enum

from hjemmebane.config.audiences import AUDIENCES, Audience


class Role(Enum):
    """Somebody before the door, seen from one citizen and the team they have a course in."""

    OWN = "member of the team"
    COORDINATOR = "coordinator of the team"
    OTHER = "member of another team"
    MANAGER = "manager of the team"
    LEFT = "left the team yesterday"
    TEAMLESS = "in no team"
    OPENED = "partner, consent in force"
    OTHER_PART = "partner, consent to another part"
    EXPIRED = "partner, consent expired"
    WITHDRAWN = "partner, consent withdrawn"
    COLLEAGUE = "partner, consent to a colleague"
    UNOPENED = "partner, no consent"
    CITIZEN = "the citizen"
    TOGETHER = "the citizen, on a device handed over"
    STRANGER = "another citizen"
    CLOSED = "closed login"
    NOBODY = "nobody"


EVERYBODY = frozenset(Role)
LOGGED_IN = EVERYBODY - {Role.CLOSED, Role.NOBODY}
TEAM = frozenset({Role.OWN, Role.COORDINATOR})
STAFF = TEAM | {Role.OTHER, Role.MANAGER, Role.LEFT, Role.TEAMLESS}
LET_IN = frozenset({Role.OPENED, Role.OTHER_PART})
SHUT_OUT = frozenset({Role.EXPIRED, Role.WITHDRAWN, Role.COLLEAGUE, Role.UNOPENED})
CITIZENS = frozenset({Role.CITIZEN, Role.TOGETHER, Role.STRANGER})

ANSWERED = {
    Audience.ANYBODY: EVERYBODY,
    Audience.GATEWAY: frozenset(),
    Audience.EVERY_LOGIN: LOGGED_IN,
    Audience.ANY_LOGIN: STAFF,
    Audience.TEAM_MEMBERS: TEAM | {Role.OTHER},
    Audience.COORDINATORS: frozenset({Role.COORDINATOR}),
    Audience.COORDINATORS_OR_MANAGERS: frozenset({Role.COORDINATOR, Role.MANAGER}),
    Audience.REPORTS_EVALUATORS: frozenset({Role.COORDINATOR, Role.MANAGER}),
    Audience.RECORDS_TEAM: TEAM,
    Audience.TEAM_OR_MANAGER: TEAM | {Role.OTHER, Role.MANAGER},
    Audience.RECORDS_TEAM_OR_MANAGER: TEAM | {Role.MANAGER},
    Audience.PARTNERS: LET_IN | SHUT_OUT,
    Audience.CITIZENS_PARTNERS: LET_IN,
    Audience.GOALS_PARTNERS: frozenset({Role.OPENED}),
    Audience.CITIZENS: CITIZENS,
    Audience.CITIZENS_OWN: CITIZENS - {Role.STRANGER},
    Audience.CITIZENS_TEAM: TEAM,
}

# For those who may not import the wiring: the answered roles of each route, by name.
ROUTE_ROLES = {
    route: tuple(role.value for role in Role if role in ANSWERED[audience])
    for route, audience in AUDIENCES.items()
}
