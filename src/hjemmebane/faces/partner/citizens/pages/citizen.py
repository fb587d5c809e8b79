"""What is open of one citizen, in the order a partner needs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.design.faces import DayFace
from hjemmebane.design.navigation import Link
from hjemmebane.domain.sharing.choices import AnswerGiven
from hjemmebane.domain.sharing.models import Message, PlanActivity, Standpoint
from hjemmebane.domain.sharing.queries import (
    OpenedCitizen,
    PersonToCall,
    answers_to_me,
    consents_to_me,
    messages_about,
    moods_of,
    new_to_me,
    opened_activities,
    opened_contact_agreement,
    opened_goals,
    standpoints_on,
    team_to_call,
)
from hjemmebane.faces.partner.citizens.forms import SignForm
from hjemmebane.faces.partner.citizens.pages.contact import contact_in_words
from hjemmebane.faces.partner.citizens.pages.days import AskedOnPage, Coming, asked_to, coming_days
from hjemmebane.faces.partner.citizens.pages.signs import SignsOnPage, signs_on_page
from hjemmebane.faces.partner.citizens.pages.standpoints import (
    StandpointOnPage,
    standpoints_on_page,
)
from hjemmebane.faces.partner.citizens.pages.wording import (
    answer_in_words,
    new_in_words,
    opened_in_words,
    when_and_where,
    who_does,
)
from hjemmebane.faces.partner.visits import Visit
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.records import Record
from hjemmebane.foundation.written import written_day

MOST_FACES = 7
ONGOING, DONE, PLANNED = "ONGOING", "DONE", "PLANNED"
# From how far something has come: how far one tap brings it.
NEXT = {
    PLANNED: ((ONGOING, "Sæt i gang"), (DONE, "Gjort")),
    ONGOING: ((DONE, "Gjort"),),
}
AGAIN = ((ONGOING, "Tag op igen"),)
TONES = {DONE: ("good", "check"), ONGOING: ("accent", "")}


@dataclass(frozen=True)
class ActivityOnPage:
    """What somebody does. Only one's own has `taps`, `answer` and messages; only others' can be
    agreed with.
    """

    activity: PlanActivity
    who: str
    role: str
    detail: str
    is_mine: bool
    is_colleagues: bool
    tone: str
    icon: str
    taps: Sequence[tuple[str, str]] = ()
    answer: str = ""
    answer_tone: str = ""
    answer_icon: str = ""
    written: int = 0
    unread: int = 0
    standpoints: Sequence[StandpointOnPage] = ()
    stand_url: str = ""
    stand_label: str = ""

    @property
    def anchor(self) -> str:
        return anchor_of(self.activity.pk)

    @property
    def hidden(self) -> str:
        """What a button says of itself to those who only hear it."""
        return f": {self.activity.what[:60]}"


@dataclass(frozen=True)
class GoalOnPage:
    """A goal in the plan's words, its steps, and who does what towards it."""

    goal: Record
    steps: Sequence[Record]
    reached: int
    total: int
    activities: Sequence[ActivityOnPage]


@dataclass(frozen=True)
class CitizenPage:
    """`others` is what I do towards what is no longer open to me."""

    visit: Visit
    citizen: OpenedCitizen
    new: str
    wishes: Sequence[Record]
    goals: Sequence[GoalOnPage]
    settled: Sequence[GoalOnPage]
    others: Sequence[ActivityOnPage]
    coming: Sequence[Coming]
    asked: Sequence[AskedOnPage]
    to_call: Sequence[PersonToCall]
    contact: Sequence[tuple[str, str]]
    faces: Sequence[DayFace]
    opened: Sequence[tuple[str, str]]
    signs: SignsOnPage

    @property
    def call(self) -> Link | None:
        """The button at the top: the one closest to the citizen who has a phone."""
        members = [one.member for one in self.to_call if one.member.phone]
        return Link(f"Ring til {members[0].name}", f"tel:{members[0].phone}") if members else None


def citizen_page(visit: Visit, *, telling: SignForm | None = None) -> CitizenPage:
    """Everything that is open of one citizen, in a number of queries that does not grow.

    telling: what was refused when it was told that the citizen came by.
    """
    citizen, course_id = visit.citizen, visit.course_id
    found = list(opened_activities(course_id))
    answers = answers_to_me()
    own = [one.pk for one in found if one.partner_person_id == visit.partner.pk]
    desk = Desk(visit, answers, list(messages_about(*own)), standpoints_on([course_id]))
    shown = [desk.activity(one) for one in found]
    goals = [goal_on_page(goal, shown) for goal in opened_goals(course_id)]
    wishes = {wish.pk: wish for one in goals for wish in one.goal.wishes.all()}
    opened = {one.goal.pk for one in goals}
    return CitizenPage(
        visit=visit,
        citizen=citizen,
        new=new_in_words(new_to_me(), course_id),
        wishes=list(wishes.values()),
        goals=[one for one in goals if one.goal.status == "OPEN"],
        settled=[one for one in goals if one.goal.status != "OPEN"],
        others=[one for one in shown if one.activity.goal_id not in opened],
        coming=coming_days(visit, answers),
        asked=asked_to(visit),
        to_call=team_to_call(citizen),
        contact=contact_in_words(citizen, opened_contact_agreement(course_id)),
        faces=faces_shown(course_id),
        opened=opened_in_words(list(consents_to_me(citizen.citizen_id))),
        signs=signs_on_page(visit, telling),
    )


@dataclass(frozen=True)
class Desk:
    """What is known of the partner's own doings, to tell them apart from the others'."""

    visit: Visit
    answers: Mapping[UUID, AnswerGiven]
    messages: Sequence[Message]
    standpoints: Mapping[UUID, Sequence[Standpoint]]

    def activity(self, activity: PlanActivity) -> ActivityOnPage:
        who, role = who_does(activity, self.visit.citizen.name)
        tone, icon = TONES.get(activity.status, ("", ""))
        doer = activity.partner_person
        partner = self.visit.partner
        is_mine = activity.partner_person_id == partner.pk
        is_ours = doer is not None and doer.organisation_id == partner.organisation_id
        stand_url, stand_label = ("", "") if is_ours else self.stand(activity)
        about = [one for one in self.messages if one.activity_id == activity.pk]
        said, said_tone, said_icon = answer_in_words(
            self.answers.get(activity.pk), self.visit.citizen.name
        )
        return ActivityOnPage(
            activity=activity,
            who=who,
            role=role,
            detail=when_and_where(activity),
            is_mine=is_mine,
            is_colleagues=is_ours and not is_mine,
            tone=tone,
            icon=icon,
            taps=NEXT.get(activity.status, AGAIN) if is_mine else (),
            answer=said,
            answer_tone=said_tone,
            answer_icon=said_icon,
            written=len(about),
            unread=sum(one.side == "TEAM" and one.seen_at is None for one in about),
            standpoints=standpoints_on_page(self.standpoints.get(activity.pk, ())),
            stand_url=stand_url,
            stand_label=stand_label,
        )

    def stand(self, activity: PlanActivity) -> tuple[str, str]:
        """Where one says whether one agrees, or says otherwise than before."""
        me = self.visit.request.actor.user_id
        said = any(one.recorded_by_id == me for one in self.standpoints.get(activity.pk, ()))
        label = "Sig noget andet til det" if said else "Sig, om I er enige"
        return self.visit.url("standpoint", activity.pk), label


def goal_on_page(goal: Record, shown: Sequence[ActivityOnPage]) -> GoalOnPage:
    steps = list(goal.sub_goals.all())
    return GoalOnPage(
        goal=goal,
        steps=steps,
        reached=sum(step.status == "REACHED" for step in steps),
        total=sum(step.status != "DROPPED" for step in steps),
        activities=[one for one in shown if one.activity.goal_id == goal.pk],
    )


def faces_shown(course_id: UUID) -> list[DayFace]:
    """How the citizen has said they were, as far as they show it to others than their team."""
    return [
        DayFace(
            number=one.feeling,
            label=str(one.get_feeling_display()),
            word=one.word,
            when=written_day(day_of(one.recorded_at)),
        )
        for one in moods_of(course_id)[:MOST_FACES]
    ]


def anchor_of(activity_id: UUID) -> str:
    """Where on the page an activity stands."""
    return f"aktivitet-{activity_id}"
