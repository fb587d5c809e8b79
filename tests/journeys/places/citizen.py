"""The pages about one citizen: the overview, contacts, meetings, the course and its end."""

from collections.abc import Callable

from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.contacts.models import Appointment, Attachment, Contact
from hjemmebane.domain.courses.models import LifeEvent
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.meetings.models import NetworkMeeting, NetworkVoice
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.foundation.actors import acting
from tests.journeys.places.place import Demo, Keys, Place, about, citizens_page

ON_HOLD, DRAFT = "Birgitte", "Maja"


def of_consent(demo: Demo) -> Keys:
    """A partner's consent that holds, with goals chosen."""
    holds = {"citizen": demo.citizen, "organisation__isnull": False, "withdrawn_at": None}
    return demo.about(consent_id=demo.newest(Consent, **holds, items__isnull=False))


def around_table(*names: str) -> Callable[[Demo], Keys]:
    """The meeting that was held around the citizen, and of what was said the newest."""

    def keys(demo: Demo) -> Keys:
        with acting(demo.actor):
            voice = NetworkVoice.objects.filter(course=demo.course).latest("pk")
        known = {
            "meeting_id": voice.meeting_id,
            "guest_id": voice.invitation_id,
            "voice_id": voice.pk,
            "point": voice.point,
        }
        return demo.about(**{name: known[name] for name in names})

    return keys


def with_attachments(demo: Demo) -> Keys:
    """A contact that somebody has hung a sound and a picture on."""
    with acting(demo.actor):
        return demo.about(contact_id=Attachment.objects.filter(course=demo.course)[0].contact_id)


def due(instrument: str) -> Callable[[Demo], Keys]:
    return lambda demo: demo.about(instrument=instrument)


def half_way(**keys: str) -> Callable[[Demo], Keys]:
    """Answers that were begun and paused."""
    paused = {"status": "UNDER_WAY"}
    return lambda demo: demo.about(
        response_id=demo.newest(Response, course=demo.course, **paused), **keys
    )


def rated(demo: Demo) -> Keys:
    """What the team has rated last."""
    return demo.about(response_id=demo.newest(Response, course=demo.course, instrument="VUM"))


def to_come(demo: Demo) -> Keys:
    return demo.about(meeting_id=demo.newest(NetworkMeeting, course=demo.course, state="PLANNED"))


def of_a_partner(demo: Demo) -> Keys:
    """Something that a partner does for the citizen."""
    mine = {"course": demo.course, "responsible_kind": "PARTNER"}
    return demo.about(activity_id=demo.newest(PlanActivity, **mine))


NETWORK_MEETINGS = [
    Place("staff:network_meetings:page", "network-meetings", citizens_page),
    Place("staff:network_meetings:new", "network-meeting-new", citizens_page),
    Place("staff:network_meetings:meeting", "network-meeting-to-come", to_come),
    Place("staff:network_meetings:edit", "network-meeting-edit", to_come),
    Place("staff:network_meetings:meeting", "network-meeting-held", around_table("meeting_id")),
    Place(
        "staff:network_meetings:round",
        "network-meeting-round",
        around_table("meeting_id", "point"),
    ),
    Place(
        "staff:network_meetings:reword",
        "network-meeting-reword",
        around_table("meeting_id", "voice_id"),
    ),
    Place("staff:network_meetings:promise", "network-meeting-promise", around_table("meeting_id")),
    Place(
        "staff:network_meetings:minutes",
        "network-meeting-minutes",
        around_table("meeting_id", "guest_id"),
    ),
]
ABOUT_A_CITIZEN = [
    Place("staff:citizens:overview", "overview", citizens_page),
    Place("staff:citizens:timeline", "timeline", citizens_page),
    Place("staff:citizens:timeline", "timeline-second-page", citizens_page, query="side=2"),
    Place("staff:citizens:edit", "master-data", citizens_page),
    Place("staff:citizens:address", "address", citizens_page),
    Place("staff:citizens:cpr", "cpr", citizens_page),
    Place("staff:citizens:network", "network", citizens_page),
    *(
        Place("staff:citizens:around_new", f"network-new-{kind}", lambda d, k=kind: d.about(kind=k))
        for kind in ("person", "repraesentant")
    ),
    Place(
        "staff:citizens:around_edit",
        "network-edit-person",
        lambda demo: demo.about(
            kind="person", person_id=demo.newest(NetworkPerson, citizen=demo.citizen)
        ),
    ),
    Place("staff:voices:page", "voices", citizens_page),
    Place("staff:consents:new", "consent-new", citizens_page),
    *(
        Place(f"staff:consents:{name}", f"consent-{name}", of_consent)
        for name in ("change", "preview")
    ),
    Place("staff:doors:citizen", "citizens-door", citizens_page),
    *NETWORK_MEETINGS,
    Place("staff:messages:thread", "messages-with-a-partner", of_a_partner),
    Place("staff:messages:standpoint", "standpoint-to-a-partner", of_a_partner),
    Place("staff:contacts:page", "contacts", citizens_page),
    Place("staff:measurements:page", "measurements", citizens_page),
    Place("staff:measurements:over_time", "measurements-over-time", citizens_page),
    Place(
        "staff:measurements:over_time",
        "measurements-of-a-quarter",
        citizens_page,
        query="periode=kvartal",
    ),
    *(
        Place(f"staff:measurements:{name}", f"measurement-{name}", due("GSE"))
        for name in ("begin", "postpone")
    ),
    Place("staff:measurements:question", "measurement-question", half_way(question="HOPE")),
    Place("staff:measurements:response", "measurement-half-way", half_way()),
    Place("staff:measurements:response", "measurement-result", rated),
    Place("staff:measurements:fit", "measurement-fit", half_way()),
    *(
        Place(f"staff:lights:{name}", f"light-{name}", citizens_page)
        for name in ("page", "agree", "end", "agreements")
    ),
    Place("staff:lights:page", "light-year", citizens_page, query="periode=aar"),
    Place("staff:lights:see", "light-see", lambda demo: demo.about(colour="roed")),
    Place("staff:contacts:new", "contact-new", citizens_page),
    Place(
        "staff:contacts:edit",
        "contact-edit",
        lambda demo: demo.about(contact_id=demo.newest(Contact, course=demo.course)),
    ),
    Place("staff:attachments:page", "attachments", with_attachments),
    Place(
        "staff:attachments:edit",
        "attachment-words",
        lambda demo: demo.about(attachment_id=demo.newest(Attachment, course=demo.course)),
    ),
    Place("staff:contacts:appointment_new", "appointment-new", citizens_page),
    Place("staff:contacts:reminders", "reminders", citizens_page),
    Place("staff:calendar:citizen", "calendar-of-a-citizen", citizens_page),
    *(
        Place(
            f"staff:calendar:{name}",
            f"appointment-{name}",
            lambda demo: demo.about(appointment_id=demo.newest(Appointment, course=demo.course)),
        )
        for name in ("change", "move", "cancel")
    ),
    Place(
        "staff:contacts:appointment_reassign",
        "appointment-reassign",
        lambda demo: demo.about(appointment_id=demo.newest(Appointment, course=demo.course)),
    ),
    Place(
        "staff:assessments:write",
        "assessment-write",
        lambda demo: demo.about(kind="somatic"),
    ),
    Place("staff:practice:page", "practice", citizens_page),
    Place(
        "staff:practice:page",
        "practice-other-part",
        citizens_page,
        query="ved=aktivitet-bridging-plan",
    ),
    *(
        Place(
            "staff:practice:note",
            f"practice-note-{kind}",
            lambda demo, kind=kind, code=code: demo.about(kind=kind, code=code),
        )
        for kind, code in (("aktivitet", "GOAL_WORK_ASSESS"), ("indikator", "BRIDGING_READY"))
    ),
]
COURSE = [
    Place("staff:courses:page", "course", citizens_page),
    Place("staff:courses:page", "course-on-hold", lambda demo: demo.somebody(ON_HOLD)),
    Place("staff:courses:hold", "course-hold", citizens_page),
    Place("staff:courses:intensity", "course-intensity", citizens_page),
    Place("staff:courses:reactivate", "course-reactivate", lambda demo: demo.somebody(ON_HOLD)),
    Place("staff:courses:life_event", "life-event-new", citizens_page),
    Place(
        "staff:courses:life_event_edit",
        "life-event-edit",
        lambda demo: demo.about(event_id=demo.newest(LifeEvent, course=demo.course)),
    ),
    Place("staff:courses:contact_agreement", "contact-agreement", citizens_page),
    Place("staff:courses:start_form", "start-form-done", citizens_page),
    Place("staff:courses:start_form", "start-form-draft", lambda demo: demo.somebody(DRAFT)),
    Place("staff:courses:end_form", "end-form-not-begun", citizens_page),
]


BEGUN, OVER = about("Lone"), about("Grethe")
ENDINGS = [
    Place("staff:endings:page", "ending-not-begun", citizens_page),
    Place("staff:endings:page", "ending-begun", BEGUN),
    Place("staff:endings:page", "ending-over", OVER),
    Place("staff:endings:begin", "ending-begin", citizens_page),
    Place("staff:endings:write", "ending-write", BEGUN),
    Place("staff:endings:end", "ending-end", BEGUN),
    Place("staff:endings:take_back", "ending-consent-back", citizens_page),
    Place("staff:endings:death", "ending-death", citizens_page),
    Place("staff:citizens:overview", "overview-of-an-ended-course", OVER),
    Place("staff:citizens:again", "course-again", OVER),
]
