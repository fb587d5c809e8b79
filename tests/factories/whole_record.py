"""A citizen's record with at least one row in every table about citizens."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from hjemmebane.domain.audit.actions import log_access
from hjemmebane.domain.citizens.actions import add_around_citizen, describe_life_situation
from hjemmebane.domain.citizens.choices import RepresentativeKind
from hjemmebane.domain.citizens.models import NetworkPerson, Representative
from hjemmebane.domain.consents.actions import give_consent
from hjemmebane.domain.consents.choices import ConsentScope, HowGiven
from hjemmebane.domain.contacts.actions import (
    AppointmentDetails,
    ContactDetails,
    add_visit_template,
    begin_visit,
    change_series,
    log_contact,
    make_appointment,
    make_series,
    reassign_appointment,
)
from hjemmebane.domain.contacts.choices import Light, Progress, Rhythm
from hjemmebane.domain.courses.actions import (
    PUBLIC_REFERRAL,
    AttachedFile,
    ReferralDetails,
    choose_primary_contact,
    send_referral,
)
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.fidelity.actions import (
    assess_oneself,
    close_quarter_talk,
    judge_precondition,
    keep_dacts,
    note_quarter_talk,
    rate_dacts_item,
)
from hjemmebane.domain.fidelity.calculations.quarters import quarter_of
from hjemmebane.domain.fidelity.choices import DactsAverage, Word
from hjemmebane.domain.field.actions import add_part
from hjemmebane.domain.measurements.actions import postpone_measurement
from hjemmebane.domain.measurements.choices import NoneReason
from hjemmebane.domain.meetings.actions import (
    hold_steering_meeting,
    note_about_citizen,
    note_at_meeting,
    open_meeting,
    put_on_board,
    raise_steering_point,
    set_agenda,
)
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.meetings.queries import items_of, points_now
from hjemmebane.domain.partners.actions import add_organisation, describe_function
from hjemmebane.domain.partners.choices import PartnerKind
from hjemmebane.domain.plans.actions import judge_overlap, record_agreement, take_version
from hjemmebane.domain.plans.calculations import ATTENDANCE, OUTREACH, Effort, questions
from hjemmebane.domain.plans.choices import AgreementStance, ItemKind, OverlapJudgement
from hjemmebane.domain.practice.actions import judge_indicator, place_course, set_activity
from hjemmebane.domain.sharing.actions import (
    add_recording,
    answer_as_citizen,
    ask_for_signs,
    choose_pictogram,
    make_own_appointment,
    say_light,
    say_mood,
    suggest,
    take_stand_as_partner,
    tell_sign_of_life,
    tell_story,
    write_activity,
    write_to_team,
)
from hjemmebane.domain.sharing.choices import RecordingKind
from hjemmebane.domain.teams.actions import (
    choose_columns,
    describe_role,
    introduce_oneself,
    open_feed,
    record_training,
    register_absence,
    show_portrait,
)
from hjemmebane.domain.teams.choices import AbsenceKind, BoardColumn, CoreFunction, TrainingKind
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.workload.actions import log_time
from hjemmebane.domain.workload.choices import TimeKind
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.attachments import hang
from tests.factories.cast import NOW, Case, Cast, Employee, add_to_plan, employ, let_join
from tests.factories.courses import live_a_life
from tests.factories.field import a_recording, a_visit, other, registered, taken_in
from tests.factories.measuring import counted
from tests.factories.network_meetings import hold_network_meeting
from tests.factories.partnership import agree, offer
from tests.factories.pictures import picture
from tests.factories.plans import LEAST, TODAY, Writing
from tests.factories.reminders import call, follow, give, light_agreement, see
from tests.factories.sharing import let_citizen_in, let_in, open_to, tomorrow
from tests.factories.sms import remind


def fill(cast: Cast, case: Case, by: Employee) -> None:
    """Write something in every table about this citizen; `by` acts, from the citizen's team."""
    _fill_plan(case, by)
    _judge_an_overlap(case, by)
    _work_together(cast, case, by)
    _describe_and_learn(case, by)
    _fill_days(case, by)
    remind(case, by, NOW)
    _judge_a_precondition(case, by)
    _measure(case, by)
    _fill_surroundings(cast, case, by)
    _hold_a_meeting(case, by)
    hold_network_meeting(case, by)
    live_a_life(case, by)
    _receive_a_referral(case)
    _speak_through_the_doors(cast, case, by)
    _send_from_the_road(case, by)


def _send_from_the_road(case: Case, by: Employee) -> None:
    """A visit from a telephone in two versions, and a recording of which some has come."""
    phone, sent = registered(by), a_visit(case, by)
    for one in (sent, other(sent, note="Vi drak te")):
        taken_in(phone, case, by, one)
    recording = a_recording(case, by, sent["id"])
    taken_in(phone, case, by, recording)
    add_part(upload_id=UUID(recording["id"]), start=0, part=b"\x1a", by=by.actor, at=now())


def _hold_a_meeting(case: Case, by: Employee) -> None:
    who = {"by": by.actor, "at": NOW}
    put_on_board(
        id=new_id(),
        course=case.course,
        reason="CRISIS",
        from_on=TODAY,
        review_on=TODAY + dt.timedelta(days=7),
        **who,
    )
    set_agenda(
        team=case.course.team,
        kind=MeetingKind.BOARD,
        points=points_now(case.course.team, MeetingKind.BOARD),
        version=0,
        **who,
    )
    choose_columns(id=new_id(), team=case.course.team, columns=[BoardColumn.LIGHT], **who)
    meeting = open_meeting(
        id=new_id(),
        team=case.course.team,
        staff=[by.staff_member],
        planned_minutes=60,
        **who,
    )
    note_at_meeting(id=new_id(), meeting=meeting, point="BOARD_WEEK", text="Alle er her", **who)
    group = hold_steering_meeting(
        id=new_id(),
        team=case.course.team,
        held_on=TODAY,
        staff=[by.staff_member],
        others=["Jobcentret, afdelingsleder"],
        **who,
    )
    raise_steering_point(
        id=new_id(), meeting=group, kind="OBSTACLE", text="Lange ventetider", **who
    )
    for item in items_of(meeting.pk).filter(course=case.course):
        note_about_citizen(id=new_id(), item=item, text="Bo ringer", **who)


def _speak_through_the_doors(cast: Cast, case: Case, by: Employee) -> None:
    """A partner and the citizen each write what they can."""
    course, at = case.course, now()
    lise = let_in(cast.lise, by)
    open_to(cast.job_centre, case, by)
    helps = {"what": "Går med", "goal": case.goal, "responsible_kind": "STAFF"}
    with acting(by.actor):
        shared = add_to_plan(
            case.plan, by, ItemKind.ACTIVITY, **helps, staff_member=by.staff_member
        )
    with acting(lise.actor):
        who = {"by": lise.actor, "at": at}
        stand = {"answer": "DIFFERS", "reason": "Det er for tidligt"}
        take_stand_as_partner(id=new_id(), activity=shared, **stand, **who)
        values = {"what": "Vi finder en praktik"}
        activity = write_activity(
            id=new_id(), course_id=course.pk, goal=case.goal, values=values, **who
        )
        times = {"what": "Samtale", "starts_at": tomorrow()}
        make_own_appointment(id=new_id(), course_id=course.pk, values=times, **who)
        write_to_team(id=new_id(), activity=activity, text="Det går godt", **who)
        tell_sign_of_life(id=new_id(), course_id=course.pk, seen_on=today(), note="Glad", **who)
    with acting(by.actor):
        ask_for_signs(course=course, partner_person=lise.person, by=by.actor, at=at)
    kim = let_citizen_in(case, by)
    with acting(kim.actor):
        who = {"by": kim.actor, "at": at}
        asked = suggest(id=new_id(), course=course, kind="STEP", text="Fodre ænder", **who)
        add_recording(
            id=new_id(),
            suggestion=asked,
            kind=RecordingKind.AUDIO,
            content_type="audio/webm",
            content=b"\x1a\x45\xdf\xa3 sagt",
            **who,
        )
        goal = {"kind": "GOAL", "item_id": case.goal.pk}
        answer_as_citizen(id=new_id(), course=course, **goal, answer="AGREES", reason="", **who)
        for shown_to in ("ME", "TEAM", "SHARED"):
            say_mood(id=new_id(), course=course, feeling=4, word="Ro", shown_to=shown_to, **who)
        say_light(id=new_id(), course=course, colour=Light.YELLOW, words="Støj", **who)
        tell_story(id=new_id(), course=course, theme="NOW", text="Jeg har det bedre", **who)
        choose_pictogram(course=course, item_id=case.goal.pk, symbol="walk", **who)


def _measure(case: Case, by: Employee) -> None:
    counted(case, by, 2, 2, 2, 2, 2)
    postpone_measurement(
        id=new_id(),
        course=case.course,
        instrument="PROGRESSION",
        due_on=dt.date(2025, 6, 3),
        until_on=TODAY + dt.timedelta(days=7),
        reason=NoneReason.NOT_MET,
        by=by.actor,
        at=NOW,
    )


def _receive_a_referral(case: Case) -> None:
    with acting(PUBLIC_REFERRAL):
        send_referral(
            id=new_id(),
            team_id=case.course.team_id,
            details=ReferralDetails(
                referrer_name="Rie",
                referrer_phone="12345678",
                citizen_name="Kim Kanin",
                difficulties="Alt",
                why="Nu",
            ),
            cpr="",
            attachments=[AttachedFile("brev.pdf", "application/pdf", b"%PDF-1.7")],
            by=PUBLIC_REFERRAL,
            at=NOW,
        )


def _fill_plan(case: Case, by: Employee) -> None:
    writing = Writing(case.plan, by.actor)
    introduce_oneself(
        id=new_id(),
        staff_member=by.staff_member,
        values={"can_help_with": "Alt det praktiske"},
        by=by.actor,
        at=NOW,
    )
    show_portrait(id=new_id(), staff_member=by.staff_member, picture=picture(), by=by.actor, at=NOW)
    register_absence(
        id=new_id(),
        staff_member=by.staff_member,
        values={"kind": AbsenceKind.HOLIDAY, "from_on": TODAY},
        by=by.actor,
        at=NOW,
    )
    for kind in LEAST:
        more = {"participants": [("Kim", "Borger")]} if kind == ItemKind.MEETING else {}
        writing.add(kind, **more)
    who = {"by": by.actor, "at": NOW}
    take_version(id=new_id(), plan=case.plan, reason="Kvartal", **who)
    record_agreement(
        id=new_id(),
        plan=case.plan,
        stance=AgreementStance.AGREES,
        reason="",
        said_on=TODAY,
        **who,
    )


def _judge_an_overlap(case: Case, by: Employee) -> None:
    duty = Effort("activity:1", "partner:1", "Samtale hver uge", demand=ATTENDANCE)
    visit = Effort("activity:2", "team", "Kommer forbi", demand=OUTREACH)
    [question] = questions([duty, visit])
    judge_overlap(
        id=new_id(),
        course=case.course,
        question=question,
        asked="Kan Kim klare det?",
        seen=question.rests_on,
        judgement=OverlapJudgement.FINE,
        why="Vi går med",
        by=by.actor,
        at=NOW,
    )


def _work_together(cast: Cast, case: Case, by: Employee) -> None:
    who = {"by": by.actor, "at": NOW}
    partner = add_organisation(
        id=new_id(),
        municipality=cast.municipality,
        kind=PartnerKind.OTHER,
        name=f"Partner af {case.course.team.name}",
        **who,
    )
    agree(cast, by.actor, organisation=partner)
    offer(cast, by.actor, name=f"Haven ved {case.course.team.name}")
    describe_function(
        id=new_id(),
        organisation=partner,
        method_pack=case.course.team.method_pack,
        answers={"PARTNER_TASKS": "Alt muligt"},
        **who,
    )


def _describe_and_learn(case: Case, by: Employee) -> None:
    team, who = case.course.team, {"by": by.actor, "at": NOW}
    describe_role(id=new_id(), team=team, staff_member=None, answers={"TEAM_TASKS": "Alt"}, **who)
    record_training(
        id=new_id(),
        team=team,
        values={
            "kind": TrainingKind.SUPERVISION,
            "held_on": TODAY,
            "hours": Decimal(2),
            "led_by": "Bo",
            "about": "At blive ved",
        },
        staff=[by.staff_member],
        **who,
    )
    open_feed(id=new_id(), staff_member=by.staff_member, **who)


def _fill_days(case: Case, by: Employee) -> None:
    who = {"by": by.actor, "at": NOW}
    contact = log_contact(
        id=new_id(),
        course=case.course,
        details=ContactDetails(started_at=NOW),
        staff=[by.staff_member],
        sub_goals={case.first_step.pk: Progress.STEP},
        **who,
    )
    hang(contact, by)
    begin_visit(id=new_id(), course=case.course, staff_member=by.staff_member, **who)
    _move_an_appointment(case, by)
    log_time(
        id=new_id(),
        team=case.course.team,
        staff_member=by.staff_member,
        values={"worked_on": TODAY, "kind": TimeKind.COORDINATION, "minutes": 15},
        **who,
    )
    give(case, by)
    follow(case, by)
    light_agreement(case, by)
    call(case, by)
    see(case, by, Light.GREEN)
    place_course(
        id=new_id(),
        course=case.course,
        part="ENGAGEMENT",
        reason="Vi ses nu",
        from_on=TODAY,
        **who,
    )
    noted = {"course": case.course, "on": TODAY, **who}
    set_activity(id=new_id(), code="ENGAGEMENT_URGENT", status="DONE", **noted)
    judge_indicator(id=new_id(), code="ENGAGEMENT_PLAN_MADE", judgement="UNCLEAR", **noted)
    choose_primary_contact(
        id=new_id(),
        course=case.course,
        staff_member=by.staff_member,
        chosen_by_citizen=True,
        **who,
    )


def _move_an_appointment(case: Case, by: Employee) -> None:
    who = {"by": by.actor, "at": NOW}
    made = make_appointment(
        id=new_id(),
        course=case.course,
        what="Kaffe",
        starts_at=NOW + dt.timedelta(days=1),
        ends_at=None,
        place=Place.HOME,
        staff_member=by.staff_member,
        **who,
    )
    with acting(OPERATIONS):
        colleague = employ(f"{by.staff_member.name}s kollega", "Peer")
        let_join(case.course.team, colleague, CoreFunction.HEALTH)
    reassign_appointment(appointment=made, staff_member=colleague.staff_member, version=1, **who)
    _walk_two_and_two(case, by, colleague)


def _walk_two_and_two(case: Case, by: Employee, colleague: Employee) -> None:
    """Again and again; the colleague is told that they are to go along."""
    who = {"by": by.actor, "at": NOW}
    details = AppointmentDetails(
        what="Gå en tur",
        starts_at=NOW + dt.timedelta(days=2),
        ends_at=None,
        place=Place.OUTDOORS,
        staff_member=by.staff_member,
    )
    series = make_series(
        id=new_id(), course=case.course, details=details, rhythm=Rhythm.WEEKLY, times=2, **who
    )
    first = series.appointments.select_related("course", "staff_member").earliest("starts_at")
    along = replace(details, what="Gå en lang tur", companions=(colleague.staff_member,))
    tell = "Sig, at vi kommer to"
    change_series(appointment=first, details=along, tell_citizen=tell, version=1, **who)


def _judge_a_precondition(case: Case, by: Employee) -> None:
    with acting(OPERATIONS):
        coordinator = employ(f"{by.staff_member.name}s koordinator", "Socialrådgiver")
        let_join(case.course.team, coordinator, CoreFunction.COORDINATION)
    with acting(coordinator.actor):
        add_visit_template(
            id=new_id(),
            team=case.course.team,
            values={"name": "Besøg hjemme"},
            by=coordinator.actor,
            at=NOW,
        )
        judge_precondition(
            id=new_id(),
            team=case.course.team,
            precondition="TEAM_COORDINATOR",
            word=Word.MET,
            sentence="Timerne er sat af",
            judged_on=TODAY,
            look_again_on=TODAY + dt.timedelta(days=30),
            by=coordinator.actor,
            at=NOW,
        )
        team, who = case.course.team, {"by": coordinator.actor, "at": NOW}
        rate_dacts_item(
            id=new_id(),
            team=team,
            item="S3",
            level=4,
            note="Vi prøver igen og igen",
            rated_on=TODAY,
            **who,
        )
        keep_dacts(id=new_id(), team=team, average=DactsAverage.MEDIAN, **who)
        _look_at_quarter(case.course.team, coordinator)


def _look_at_quarter(team: Team, coordinator: Employee) -> None:
    """Answered, talked about and closed."""
    who = {"by": coordinator.actor, "at": NOW}
    of = {"team": team, "quarter": quarter_of(TODAY)}
    assess_oneself(
        id=new_id(),
        **of,
        staff_member=coordinator.staff_member,
        answers={"TAILORED_WHY": 4},
        comments={"TAILORED_WHY": "Vi har talt om det"},
        **who,
    )
    values = {
        "held_on": TODAY,
        "participants": [coordinator.staff_member.pk],
        "status_note": "Vi finder rytmen",
        "preconditions_note": "Der mangler timer",
        "plan_note": "Den er fremme",
        "practice_note": "Vi glemmer den",
    }
    talk = note_quarter_talk(id=new_id(), **of, values=values, **who)
    close_quarter_talk(talk=talk, version=1, **who)


def _fill_surroundings(cast: Cast, case: Case, by: Employee) -> None:
    citizen, who = case.citizen, {"by": by.actor, "at": NOW}
    describe_life_situation(id=new_id(), citizen=citizen, area="HOUSING", text="Egen bolig", **who)
    for record in (
        NetworkPerson(citizen=citizen, name="Søs", relation="Søster"),
        Representative(citizen=citizen, name="Vera", kind=RepresentativeKind.GUARDIAN),
    ):
        add_around_citizen(record=record, **who)
    give_consent(
        id=new_id(),
        citizen=citizen,
        recipient=cast.job_centre,
        scope=[ConsentScope.GOALS],
        goals=[case.goal.pk],
        purpose="Praktik",
        how_given=HowGiven.ORALLY,
        from_on=TODAY,
        **who,
    )
    log_access(citizens=[citizen.pk], what="Overblik", **who)
