"""The minutes of a network meeting on paper, in the version that one of those present may have."""

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from hjemmebane.domain.meetings.calculations import MinutesVersion, PromisedEntry
from hjemmebane.domain.meetings.models import NetworkMeeting
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer, sentences_in_a_row
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day, written_moment


def network_minutes_pdf(
    meeting: NetworkMeeting,
    *,
    reader: str,
    present: Sequence[str],
    names: Mapping[UUID, str],
    points: Sequence[tuple[str, str]],
    version: MinutesVersion,
    at: dt.datetime,
) -> bytes:
    """A tagged PDF of what is in the version, and of nothing else.

    names: those invited, by invitation. points: the agenda's codes and titles, in order.
    """
    said = [
        {
            "title": title,
            "voices": [
                {"name": names[one.guest], "text": one.text}
                for one in version.said
                if one.point == code
            ],
        }
        for code, title in points
    ]
    is_demo = meeting.course.citizen.is_demo
    data = {
        "title": "Referat af netværksmøde",
        "team": meeting.course.team.name,
        "lead": f"{written_moment(meeting.starts_at)}. Til {reader}.",
        "present": ", ".join(present),
        "points": [point for point in said if point["voices"]],
        "promises": [_promise(one) for one in version.promised],
        "note": version.note,
        "footer": footer(f"Udskrevet {written_day(day_of(at))}", is_demo=is_demo),
    }
    return pdf("network_minutes.typ", data, at=at)


def _promise(one: PromisedEntry) -> dict[str, str]:
    due = f"senest {written_day(one.due_on)}" if one.due_on else ""
    return {
        "who": one.who,
        "what": one.text,
        "detail": sentences_in_a_row(one.how_often, due, f"Mål: {one.goal}" if one.goal else ""),
    }
