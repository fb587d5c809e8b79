"""Absence and time: written once, refused kindly with everything kept, mended, taken back."""

import pytest
from django.urls import reverse

from hjemmebane.domain.teams.choices import AbsenceRefusal
from hjemmebane.domain.teams.models import Absence
from hjemmebane.domain.workload.choices import TimeRefusal
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import HIRED_ON

PAGE = reverse("staff:workload:page")
ABSENCE, TIME = reverse("staff:workload:absence_new"), reverse("staff:workload:time_new")


def away(**changes):
    return {
        "id": new_id(),
        "kind": "HOLIDAY",
        "from_on": "2025-07-07",
        "until_on": "2025-07-11",
        "hours_per_week": "",
        "note": "",
        **changes,
    }


def time(**changes):
    typed = {"worked_on": "2025-06-02", "kind": "MEETING", "minutes": "45", "note": ""}
    return {"id": new_id(), **typed, **changes}


def absences(cast):
    with acting(cast.ida.actor):
        return list(Absence.objects.values_list("staff_member__name", "from_on", "hours_per_week"))


def entries(cast):
    with acting(cast.ida.actor):
        return list(TimeEntry.objects.values_list("staff_member__name", "kind", "minutes"))


def test_member_writes_their_own_absence_once(cast):
    client, sent = browser(cast.ida), away(hours_per_week="7,4")

    for _ in range(2):
        assert client.post(ABSENCE, sent).status_code == 302

    assert [(name, str(hours)) for name, _day, hours in absences(cast)] == [("Ida", "7.4")]
    assert "staff_member" not in client.get(ABSENCE).context["form"].fields


def test_coordinator_chooses_whom_it_is_about(cast):
    form = browser(cast.bo).get(ABSENCE).context["form"]
    assert [label for _key, label in form.fields["staff_member"].choices] == ["Bo", "Ida"]

    browser(cast.bo).post(ABSENCE, away(staff_member=cast.ida.staff_member.pk))

    assert [name for name, *_ in absences(cast)] == ["Ida"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"until_on": "2025-07-06"}, AbsenceRefusal.ENDS_BEFORE_START.label),
        ({"hours_per_week": "168,1"}, AbsenceRefusal.TOO_MANY_HOURS.label),
        ({"hours_per_week": "0"}, AbsenceRefusal.NO_HOURS.label),
        ({"hours_per_week": "mange"}, "Skriv et tal med højst én decimal"),
        ({"hours_per_week": "12345"}, "Skriv et tal med højst én decimal"),
        ({"from_on": "1990-01-01", "until_on": "1990-01-02"}, AbsenceRefusal.NOT_IN_TEAM.label),
        ({"from_on": "i morgen"}, "Skriv en dato"),
        ({"kind": "NAP"}, "Vælg"),
        ({"note": "x" * 201}, "200"),
    ],
)
def test_absence_is_refused_in_danish_and_kept(cast, changes, said):
    response = browser(cast.ida).post(ABSENCE, away(**changes))

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes
    assert absences(cast) == []


def test_overlapping_absence_is_refused(cast):
    client = browser(cast.ida)
    client.post(ABSENCE, away())

    response = client.post(ABSENCE, away(until_on=""))

    assert AbsenceRefusal.OVERLAPS.label in words(response)


def test_absence_is_mended_and_taken_back(cast):
    client, sent = browser(cast.ida), away(until_on="")
    client.post(ABSENCE, sent)
    url = reverse("staff:workload:absence_edit", args=[sent["id"]])
    cancel = reverse("staff:workload:absence_cancel", args=[sent["id"]])

    assert client.post(url, {**away(from_on="2025-07-08"), "version": 1}).status_code == 302
    stale = client.post(cancel, {"version": 1}, follow=True)
    assert "En anden har rettet det imens" in words(stale)
    assert [str(day) for _name, day, _hours in absences(cast)] == ["2025-07-08"]
    assert "Fraværet er taget tilbage." in words(client.post(cancel, {"version": 2}, follow=True))
    assert absences(cast) == []


def test_stale_edit_shows_both(cast):
    client, sent = browser(cast.ida), away()
    client.post(ABSENCE, sent)
    url = reverse("staff:workload:absence_edit", args=[sent["id"]])
    client.post(url, {**away(note="Kan ringes op"), "version": 1})

    response = client.post(url, {**away(note="Ude at rejse"), "version": 1})

    assert response.status_code == 409
    assert "Kan ringes op" in words(response)
    assert "Ude at rejse" in response.content.decode()


def test_member_writes_time_once(cast):
    client, sent = browser(cast.ida), time()

    for _ in range(2):
        assert client.post(TIME, sent)["Location"] == f"{PAGE}?team={cast.team_one.pk}"

    assert entries(cast) == [("Ida", "MEETING", 45)]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"worked_on": "2190-01-01"}, TimeRefusal.FUTURE.label),
        ({"worked_on": f"{HIRED_ON.year - 1}-12-31"}, TimeRefusal.NOT_IN_TEAM.label),
        ({"minutes": "0"}, "mellem 1 og 1440"),
        ({"minutes": "1441"}, "mellem 1 og 1440"),
        ({"minutes": "en time"}, "mellem 1 og 1440"),
        ({"kind": ""}, "påkrævet"),
    ],
)
def test_time_is_refused_in_danish_and_kept(cast, changes, said):
    response = browser(cast.ida).post(TIME, time(**changes))

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes
    assert entries(cast) == []


def test_day_with_more_than_24_hours_is_refused(cast):
    client = browser(cast.ida)
    client.post(TIME, time(minutes="1400"))

    assert TimeRefusal.TOO_LONG.label in words(client.post(TIME, time(minutes="41")))


def test_time_is_mended_and_deleted(cast):
    client, sent = browser(cast.ida), time()
    client.post(TIME, sent)
    url = reverse("staff:workload:time_edit", args=[sent["id"]])
    remove = reverse("staff:workload:time_remove", args=[sent["id"]])

    client.post(url, {**time(minutes="60", kind="LEARNING"), "version": 1})
    assert entries(cast) == [("Ida", "LEARNING", 60)]
    client.post(remove, {"version": 2})

    assert entries(cast) == []


def test_colleagues_neither_open_nor_take_away(cast):
    client, sent, entry = browser(cast.bo), away(), time()
    client.post(ABSENCE, {**sent, "staff_member": cast.bo.staff_member.pk})
    client.post(TIME, {**entry, "staff_member": cast.bo.staff_member.pk})

    for name, key in (("absence", sent["id"]), ("time", entry["id"])):
        url = reverse(f"staff:workload:{name}_edit", args=[key])
        assert client.get(url).status_code == 200
        for other in (cast.ida, cast.omar, cast.mette):
            assert browser(other).get(url).status_code == 404
    assert browser(cast.mette).get(ABSENCE).status_code == 404
    assert browser(cast.mette).get(TIME).status_code == 404
