"""Files in parts: continued wherever they broke off, attached once, and bounded."""

import datetime as dt
import os

import pytest

from hjemmebane.config import schedule
from hjemmebane.domain.consents.choices import HowGiven
from hjemmebane.domain.contacts.choices import AttachmentRefusal
from hjemmebane.domain.contacts.models import Attachment
from hjemmebane.domain.contacts.queries import attachment_span
from hjemmebane.domain.courses.actions import start_course
from hjemmebane.domain.courses.actions.starting import CourseStart
from hjemmebane.domain.field.actions import uploads
from hjemmebane.domain.field.actions.attachments import BOTH_KEPT
from hjemmebane.domain.field.choices import FieldRefusal
from hjemmebane.domain.field.models import FieldUpload, FieldUploadPart
from hjemmebane.faces.staff.field.forms.reading import NOT_READABLE, TOO_LARGE
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.gateways.clamav.fake import EICAR, fake_clamd
from tests.factories.courses import end_today
from tests.factories.field import Phone, a_recording, a_visit, other
from tests.factories.voices import SOUND

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024
PART = 256 * 1024


@pytest.fixture
def phone(cast):
    return Phone(cast.ida)


@pytest.fixture
def visit(cast, phone):
    sent = a_visit(cast.kim, cast.ida)
    assert phone.send(sent).status_code == 200
    return sent["id"]


def seen_by(employee, model):
    with acting(employee.actor):
        return list(model.objects.order_by("pk"))


def waiting(response, have, awaits="bytes"):
    said = response.json()
    assert response.status_code == 202
    assert (said["status"], said["have"], said["for"]) == ("waiting", have, awaits)
    return True


def put_all(phone, item, content, *, part=7):
    for start in range(0, len(content), part):
        response = phone.put(item["id"], start, content[start : start + part])
        assert response.status_code == 200
    assert response.json() == {"id": item["id"], "have": len(content)}


def content_of(employee):
    with acting(employee.actor):
        [kept] = Attachment.objects.all()
        return attachment_span(kept, 0, kept.size - 1)


def test_recording_in_parts_is_attached_once(cast, phone, visit):
    item = a_recording(cast.kim, cast.ida, visit)
    assert waiting(phone.send(item), 0)
    put_all(phone, item, SOUND)

    first = phone.send(item)
    assert (first.status_code, first.json()["status"]) == (200, "received")
    assert phone.send(item).json() == first.json()
    [kept] = seen_by(cast.ida, Attachment)
    assert (str(kept.pk), str(kept.contact_id), kept.text) == (item["id"], visit, "Kim sang")
    assert content_of(cast.ida) == SOUND
    assert seen_by(cast.ida, FieldUpload) == seen_by(cast.ida, FieldUploadPart) == []


def test_parts_may_come_twice_overlap_and_tell_of_a_gap(cast, phone, visit):
    item = a_recording(cast.kim, cast.ida, visit)
    phone.send(item)
    key = item["id"]
    assert phone.put(key, 0, SOUND[:4]).json()["have"] == 4
    assert phone.put(key, 0, SOUND[:4]).json()["have"] == 4
    gap = phone.put(key, 6, SOUND[6:])
    assert (gap.status_code, gap.json()["have"]) == (409, 4)
    assert phone.put(key, 2, SOUND[2:6]).json()["have"] == 6
    assert phone.get(f"/felt/ind/{key}/del/").json() == {"id": key, "have": 6}
    assert waiting(phone.send(item), 6)
    assert phone.put(key, 6, SOUND[6:]).json()["have"] == len(SOUND)

    assert phone.send(item).status_code == 200
    assert content_of(cast.ida) == SOUND


def test_recording_that_comes_before_its_visit_waits_for_it(cast, phone):
    visit = a_visit(cast.kim, cast.ida)
    item = a_recording(cast.kim, cast.ida, visit["id"])
    phone.send(item)
    put_all(phone, item, SOUND)
    assert waiting(phone.send(item), len(SOUND), "visit")

    phone.send(visit)
    assert phone.send(item).status_code == 200
    assert content_of(cast.ida) == SOUND


def test_recording_finds_its_visit_also_when_a_new_course_has_begun(cast, phone, visit):
    """Else it would wait for a visit that has long been here."""
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)
        start_course(
            id=new_id(),
            citizen=cast.kim.citizen,
            team=cast.kim.course.team,
            start=CourseStart(started_on=today(), consent_how_given=HowGiven.ORALLY),
            by=cast.ida.actor,
            at=now(),
        )
    item = a_recording(cast.kim, cast.ida, visit)
    phone.send(item)
    put_all(phone, item, SOUND)

    assert phone.send(item).json()["status"] == "received"
    [kept] = seen_by(cast.ida, Attachment)
    assert str(kept.contact_id) == str(visit)


def test_bytes_that_changed_on_the_way_are_given_up_and_sent_anew(cast, phone, visit):
    item = a_recording(cast.kim, cast.ida, visit)
    phone.send(item)
    put_all(phone, item, SOUND[::-1])

    broken = phone.send(item)
    assert (broken.status_code, broken.json()["reason"], broken.json()["mend"]) == (
        422,
        FieldRefusal.BROKEN_ON_THE_WAY.label,
        "again",
    )
    assert waiting(phone.send(item), 0)
    put_all(phone, item, SOUND)
    assert phone.send(item).status_code == 200


def test_another_recording_under_the_same_key_hangs_beside_the_first(cast, phone, visit):
    item = a_recording(cast.kim, cast.ida, visit)
    phone.send(item)
    put_all(phone, item, SOUND)
    phone.send(item)
    louder = SOUND + b"!"
    second = other(item, **a_recording(cast.kim, cast.ida, visit, louder)["body"])
    assert waiting(phone.send(second), 0)
    put_all(phone, second, louder)

    for _ in range(2):
        answer = phone.send(second).json()
        assert (answer["status"], answer["conflict"]) == ("received", BOTH_KEPT)
    assert [one.size for one in seen_by(cast.ida, Attachment)].count(len(louder)) == 1
    assert len(seen_by(cast.ida, Attachment)) == 2


def test_infected_recording_is_refused_and_kept_nowhere(cast, phone, visit, settings):
    content = SOUND + EICAR
    item = a_recording(cast.kim, cast.ida, visit, content)
    phone.send(item)
    put_all(phone, item, content, part=PART)
    with fake_clamd() as scanner:
        settings.CLAMAV = scanner
        refused = phone.send(item)

    assert (refused.status_code, refused.json()["reason"], refused.json()["mend"]) == (
        422,
        AttachmentRefusal.INFECTED.label,
        "discard",
    )
    assert seen_by(cast.ida, Attachment) == []
    assert seen_by(cast.ida, FieldUpload) == seen_by(cast.ida, FieldUploadPart) == []


def test_scanner_that_is_away_means_later_and_costs_no_byte(cast, phone, visit, settings):
    item = a_recording(cast.kim, cast.ida, visit)
    phone.send(item)
    put_all(phone, item, SOUND)
    before, settings.CLAMAV = settings.CLAMAV, "tcp:127.0.0.1:1"
    away = phone.send(item)
    assert (away.status_code, away.json()["status"]) == (503, "later")

    settings.CLAMAV = before
    assert phone.send(item).status_code == 200


def test_an_hour_of_sound_comes_through(cast, phone, visit):
    hour = SOUND + os.urandom(30 * MEGABYTE)
    item = a_recording(cast.kim, cast.ida, visit, hour, seconds=3_600)
    phone.send(item)
    put_all(phone, item, hour, part=PART)

    assert phone.send(item).status_code == 200
    assert content_of(cast.ida) == hour


@pytest.mark.parametrize(
    ("start", "size", "status", "sentence"),
    [
        ("x", 1, 422, NOT_READABLE),
        ("-1", 1, 422, NOT_READABLE),
        ("²", 1, 422, NOT_READABLE),
        ("9" * 11, 1, 422, NOT_READABLE),
        (0, PART + 1, 413, TOO_LARGE),
        (0, len(SOUND) + 1, 422, FieldRefusal.BEYOND_ITS_END.label),
    ],
    ids=range(6),
)
def test_part_that_cannot_be_one_is_refused(cast, phone, visit, start, size, status, sentence):
    item = a_recording(cast.kim, cast.ida, visit)
    phone.send(item)
    response = phone.put(item["id"], start, b"x" * size)

    assert (response.status_code, response.json()["reason"]) == (status, sentence)


def test_part_of_what_nobody_announced_is_refused(cast, phone):
    response = phone.put(new_id(), 0, SOUND)

    assert response.json()["reason"] == FieldRefusal.NEVER_ANNOUNCED.label


def test_colleagues_upload_is_out_of_reach(cast, phone, visit):
    item = a_recording(cast.kim, cast.ida, visit)
    phone.send(item)
    put_all(phone, item, SOUND)
    bo = Phone(cast.bo)

    assert bo.get(f"/felt/ind/{item['id']}/del/").json()["have"] == 0
    assert bo.put(item["id"], 0, b"x").json()["reason"] == FieldRefusal.NEVER_ANNOUNCED.label
    forged = {**item, "user": str(cast.bo.user.pk)}
    assert bo.send(forged).status_code == 404
    assert phone.send(item).status_code == 200


def test_recording_larger_than_an_attachment_may_be_is_refused(cast, phone, visit):
    item = a_recording(cast.kim, cast.ida, visit, bytes=uploads.LARGEST + 1)

    response = phone.send(item)
    assert (response.status_code, response.json()["reason"]) == (422, FieldRefusal.TOO_LARGE.label)


def test_oldest_upload_gives_way_to_a_new_one(cast, phone, visit, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_ON_THE_WAY", 2 * len(SOUND))
    items = [a_recording(cast.kim, cast.ida, visit) for _ in range(3)]
    for item in items:
        phone.send(item)
        put_all(phone, item, SOUND)

    held = [phone.get(f"/felt/ind/{item['id']}/del/").json()["have"] for item in items]
    assert held == [0, len(SOUND), len(SOUND)]


def test_what_is_announced_takes_its_room_before_it_comes(cast, phone, visit, monkeypatch):
    """Else whoever announces much first could fill the disk afterwards."""
    monkeypatch.setattr(uploads, "MOST_ON_THE_WAY", 2 * len(SOUND))
    items = [a_recording(cast.kim, cast.ida, visit) for _ in range(4)]
    for item in items:
        phone.send(item)

    answers = [phone.put(item["id"], 0, SOUND) for item in items]
    assert [answer.status_code for answer in answers] == [422, 422, 200, 200]
    assert answers[0].json()["reason"] == FieldRefusal.NEVER_ANNOUNCED.label


def test_content_lies_sealed_on_its_way(cast, phone, visit):
    item = a_recording(cast.kim, cast.ida, visit)
    phone.send(item)
    put_all(phone, item, SOUND, part=PART)

    [part] = seen_by(cast.ida, FieldUploadPart)
    assert bytes(part.content_sealed).startswith(b"v1.")


def test_uploads_that_nobody_continues_are_given_up(cast, phone, visit):
    old, fresh = (a_recording(cast.kim, cast.ida, visit) for _ in range(2))
    for item in (old, fresh):
        phone.send(item)
        put_all(phone, item, SOUND)
    with acting(cast.ida.actor):
        FieldUpload.objects.filter(pk=old["id"]).update(
            last_part_at=now() - uploads.KEPT_FOR - dt.timedelta(hours=1)
        )
    schedule.purge_uploads()  # as the worker does each night

    assert [str(one.pk) for one in seen_by(cast.ida, FieldUpload)] == [fresh["id"]]
