"""Log kontakt: few taps, honest refusals, and nothing typed is lost."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from hjemmebane.domain.contacts.choices import ContactRefusal
from hjemmebane.domain.contacts.models import Contact
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import Cast

CONTACTS_QUERIES = 29


def address(cast: Cast, name="page", *args) -> str:
    return reverse(f"staff:contacts:{name}", args=[cast.kim.citizen.pk, *args])


def written(moment: dt.datetime) -> str:
    return date_format(moment.astimezone(COPENHAGEN), "Y-m-d\\TH:i")


def typed(cast: Cast, **changes) -> dict[str, object]:
    sent = {
        "id": new_id(),
        "kind": "VISIT",
        "place": "HOME",
        "outcome": "MET",
        "started_at": written(now() - dt.timedelta(hours=2)),
        "direct_minutes": "45",
        "staff": [cast.ida.staff_member.pk],
        "note": "Vi drak kaffe",
        "travel_minutes": "",
        "accompanied_to": "",
        "initiated_by": "TEAM",
        f"step_{cast.kim.first_step.pk}": "NOT_TODAY",
        f"step_{cast.kim.second_step.pk}": "NOT_TODAY",
        **changes,
    }
    return {name: value for name, value in sent.items() if value is not None}


def contacts(cast: Cast) -> list[Contact]:
    with acting(cast.ida.actor):
        return list(Contact.objects.prefetch_related("staff", "sub_goals").order_by("started_at"))


def test_log_begins_with_what_is_most_often_true(cast):
    form = browser(cast.ida).get(address(cast, "new")).context["form"]

    assert {name: form[name].value() for name in ("kind", "place", "outcome", "initiated_by")} == {
        "kind": "VISIT",
        "place": "HOME",
        "outcome": "MET",
        "initiated_by": "TEAM",
    }
    assert form["staff"].value() == [str(cast.ida.staff_member.pk)]
    begun = form.initial["started_at"]
    assert begun.minute % 15 == 0
    assert dt.timedelta(0) <= now() - begun < dt.timedelta(minutes=16)


def test_log_offers_the_team_and_the_open_steps_and_nothing_else(cast):
    form = browser(cast.ida).get(address(cast, "new")).context["form"]

    assert [name for _key, name in form.fields["staff"].choices] == [
        "Bo, Socialrådgiver",
        "Ida, Bostøtte",
    ]
    assert [field.label for field in form.step_fields] == [
        cast.kim.first_step.text,
        cast.kim.second_step.text,
    ]


def test_log_of_two_and_two_reaches_a_step_and_shows_on_the_page(cast):
    client = browser(cast.ida)
    staff = [cast.ida.staff_member.pk, cast.bo.staff_member.pk]
    sent = typed(cast, staff=staff, **{f"step_{cast.kim.first_step.pk}": "REACHED"})

    response = client.post(address(cast, "new"), sent)

    assert (response.status_code, response["Location"]) == (302, address(cast))
    read = words(client.get(address(cast)))
    assert "Bo og Ida · 45 min." in read
    assert f"Vi drak kaffe {cast.kim.first_step.text} Nået" in read
    with acting(cast.ida.actor):
        assert SubGoal.objects.get(pk=cast.kim.first_step.pk).status == "REACHED"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"started_at": written(now() + dt.timedelta(days=1))},
            ContactRefusal.FUTURE.label,
        ),
        ({"started_at": "2025-01-01T10:00"}, ContactRefusal.BEFORE_COURSE.label),
        ({"started_at": "i går ved middag"}, "Skriv dato og klokkeslæt som"),
        ({"started_at": "2025-03-30T02:30"}, "Timen fra kl. 2 til 3 findes ikke den nat"),
        ({"started_at": ""}, "Hvornår: Dette felt er påkrævet."),
        ({"direct_minutes": ""}, "Skriv, hvor mange minutter I var sammen."),
        ({"direct_minutes": "tyve"}, "Skriv et helt antal minutter"),
        ({"direct_minutes": "1441"}, "mindre end eller lig 1440"),
        ({"direct_minutes": "-5"}, "større end eller lig 0"),
        ({"travel_minutes": "1 time"}, "Skriv et helt antal minutter"),
        ({"staff": None}, ContactRefusal.STAFF_MISSING.label),
        ({"staff": [new_id()]}, "Valget findes ikke længere. Vælg igen."),
        ({"note": "a" * 10_001}, "Denne værdi må højst have 10000 tegn"),
        ({"accompanied_to": "a" * 121}, "Denne værdi må højst have 120 tegn"),
        ({"kind": "PARTY"}, "Valget findes ikke længere. Vælg igen."),
    ],
)
def test_log_refuses_in_danish_and_keeps_what_was_typed(cast, changes, said):
    sent = typed(cast, note="Vi drak kaffe i regnen") | changes

    response = browser(cast.ida).post(
        address(cast, "new"), {name: value for name, value in sent.items() if value is not None}
    )

    assert response.status_code == 422
    assert said in words(response)
    assert sent["note"] in response.content.decode()
    assert contacts(cast) == []


@pytest.mark.parametrize("changes", [{"outcome": "NOT_MET"}, {"kind": "LETTER"}, {"kind": "SMS"}])
def test_log_of_what_takes_no_time_needs_no_minutes(cast, changes):
    response = browser(cast.ida).post(
        address(cast, "new"), typed(cast, direct_minutes="", **changes)
    )

    assert response.status_code == 302
    assert [contact.direct_minutes for contact in contacts(cast)] == [0]


def test_log_takes_ten_thousand_characters(cast):
    browser(cast.ida).post(address(cast, "new"), typed(cast, note="å" * 10_000))

    assert [len(contact.note) for contact in contacts(cast)] == [10_000]


def test_log_in_the_hour_that_comes_twice_is_the_first(cast):
    browser(cast.ida).post(address(cast, "new"), typed(cast, started_at="2025-10-26T02:30"))

    began = dt.datetime(2025, 10, 26, 0, 30, tzinfo=dt.UTC)
    assert [contact.started_at for contact in contacts(cast)] == [began]


def test_log_sent_twice_is_one_contact(cast):
    client, sent = browser(cast.ida), typed(cast)

    answers = [client.post(address(cast, "new"), sent)["Location"] for _ in range(2)]

    assert answers == [address(cast)] * 2
    assert len(contacts(cast)) == 1


def test_log_opened_before_a_step_was_added_is_saved(cast):
    sent = typed(cast, **{f"step_{cast.kim.second_step.pk}": None})

    assert browser(cast.ida).post(address(cast, "new"), sent).status_code == 302


def test_edit_is_a_visible_correction(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)
    corrected = sent | {"note": "Vi drak te", "version": 1}

    client.post(address(cast, "edit", sent["id"]), corrected)

    read = words(client.get(address(cast)))
    assert "Rettet" in read
    assert "Vi drak te" in read
    assert re.search(r"Sådan stod der før Rettet af Ida, i dag kl. \S+ Notat Vi drak kaffe", read)


def test_edit_opens_with_what_was_saved(cast):
    client, sent = browser(cast.ida), typed(cast, travel_minutes="15", is_acute="on")
    client.post(address(cast, "new"), sent)

    form = client.get(address(cast, "edit", sent["id"])).context["form"]

    assert form["note"].value() == "Vi drak kaffe"
    assert form["staff"].value() == [str(cast.ida.staff_member.pk)]
    assert (form["travel_minutes"].value(), form["is_acute"].value()) == (15, True)


def test_edit_of_what_somebody_else_saved_shows_both_texts(cast):
    ida, bo, sent = browser(cast.ida), browser(cast.bo), typed(cast)
    ida.post(address(cast, "new"), sent)
    url = address(cast, "edit", sent["id"])
    both = [cast.ida.staff_member.pk, cast.bo.staff_member.pk]
    bo.post(url, sent | {"note": "Bos tekst", "staff": both, "version": 1})

    conflict = ida.post(url, sent | {"note": "Idas tekst", "version": 1})

    assert conflict.status_code == 409
    told = [(one.label, one.theirs, one.mine) for one in conflict.context["form"].differences]
    assert told == [
        ("Hvem var med fra teamet", "Bo, Socialrådgiver, Ida, Bostøtte", "Ida, Bostøtte"),
        ("Notat", "Bos tekst", "Idas tekst"),
    ]
    assert [contact.note for contact in contacts(cast)] == ["Bos tekst"]

    again = {**sent, "note": "Idas tekst", "version": conflict.context["form"]["version"].value()}
    assert ida.post(url, again).status_code == 302
    assert [contact.note for contact in contacts(cast)] == ["Idas tekst"]


def test_contact_of_another_citizen_does_not_exist_here(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)
    elsewhere = reverse("staff:contacts:edit", args=[cast.noor.citizen.pk, sent["id"]])

    assert client.get(elsewhere).status_code == 404
    assert browser(cast.omar).get(elsewhere).status_code == 404
    assert client.get(address(cast, "edit", new_id())).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_contacts_ask_as_many_queries_whatever_the_number(cast, django_assert_num_queries, number):
    client = browser(cast.ida)
    for _ in range(number):
        client.post(address(cast, "new"), typed(cast))
    client.get(address(cast))

    with django_assert_num_queries(CONTACTS_QUERIES):
        page = client.get(address(cast)).context["page"]

    assert len(page.entries) == number


def test_contact_that_nothing_stands_for_begins_in_i_dag_with_whom(cast):
    client = browser(cast.ida)
    assert (
        reverse("staff:contacts:whom") in client.get(reverse("staff:today:page")).content.decode()
    )

    (link,) = client.get(reverse("staff:contacts:whom")).context["links"]

    assert link.label == "Kim Krog"
    assert client.get(link.url).context["back"] == reverse("staff:today:page")


def test_who_has_no_team_is_turned_away_and_told_of_nobody(cast):
    response = browser(cast.mette).get(reverse("staff:contacts:whom"))
    assert "Kim" not in words(response)
