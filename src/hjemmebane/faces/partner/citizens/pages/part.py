"""A partner's own part of one citizen's plan, as it is carried out of the house."""

from hjemmebane.domain.sharing.models import PlanActivity
from hjemmebane.domain.sharing.queries import (
    answers_to_me,
    consents_to_me,
    messages_about,
    opened_activities,
    opened_goals,
)
from hjemmebane.faces.documents.partner_part_document import (
    DonePart,
    GoalPart,
    PartnerPart,
)
from hjemmebane.faces.partner.citizens.pages.days import coming_days
from hjemmebane.faces.partner.citizens.pages.messages import on_page
from hjemmebane.faces.partner.citizens.pages.wording import (
    answer_in_words,
    opened_in_words,
    when_and_where,
)
from hjemmebane.faces.partner.visits import Visit
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.records import Record
from hjemmebane.foundation.written import written_day


def own_part(visit: Visit) -> PartnerPart:
    """What one does and has agreed, the goals it is for, and what was written about it."""
    mine = [
        activity
        for activity in opened_activities(visit.course_id)
        if activity.partner_person_id == visit.partner.pk
    ]
    told, opened = _told(visit, mine), list(opened_goals(visit.course_id))
    consents = opened_in_words(list(consents_to_me(visit.citizen.citizen_id)))
    for_goals = {one.goal_id for one in mine}
    return PartnerPart(
        citizen=visit.citizen.name,
        partner=visit.partner.name,
        organisation=visit.partner.organisation.name,
        day=written_day(day_of(visit.at)),
        consents=[f"{purpose.rstrip('.')}. {terms}" for purpose, terms in consents],
        goals=[
            GoalPart(
                goal=goal.text,
                wishes=[wish.text for wish in goal.wishes.all()],
                steps=[step_in_words(step) for step in goal.sub_goals.all()],
                done=[told[one] for one in mine if one.goal_id == goal.pk],
            )
            for goal in opened
            if goal.pk in for_goals
        ],
        others=[told[one] for one in mine if one.goal_id not in {goal.pk for goal in opened}],
        appointments=[
            " · ".join(filter(None, (one.when, one.what, one.place)))
            for one in coming_days(visit, {})
            if one.cancel_url
        ],
    )


def step_in_words(step: Record) -> str:
    return f"{step.text} ({step.get_status_display().lower()})"


def _told(visit: Visit, mine: list[PlanActivity]) -> dict[PlanActivity, DonePart]:
    answers, organisation = answers_to_me(), visit.partner.organisation.name
    found = messages_about(*(activity.pk for activity in mine))
    written = [(one.activity_id, on_page(one, organisation)) for one in found]
    return {
        activity: DonePart(
            what=activity.what,
            detail=when_and_where(activity),
            status=str(activity.get_status_display()),
            answer=answer_in_words(answers.get(activity.pk), visit.citizen.name)[0],
            messages=tuple(
                f"{one.when}, {one.who}: {one.message.text}"
                for about, one in written
                if about == activity.pk
            ),
        )
        for activity in mine
    }
