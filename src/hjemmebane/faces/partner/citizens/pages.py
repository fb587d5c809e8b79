"""What is open of one citizen, in the order a partner needs it."""

from dataclasses import dataclass

from hjemmebane.domain.sharing.queries import (
    OpenedCitizen,
    opened_activities,
    opened_appointments,
    opened_goals,
    partner_appointments,
    team_to_call,
)


@dataclass(frozen=True)
class CitizenPage:
    citizen: OpenedCitizen
    goals: list[object]
    activities: list[object]
    appointments: list[object]
    partner_appointments: list[object]
    to_call: list[object]


def citizen_page(opened: OpenedCitizen) -> CitizenPage:
    return CitizenPage(
        citizen=opened,
        goals=list(opened_goals(opened.course_id)),
        activities=list(opened_activities(opened.course_id)),
        appointments=list(opened_appointments(opened.course_id)),
        partner_appointments=list(partner_appointments(opened.course_id)),
        to_call=list(team_to_call(opened)),
    )
