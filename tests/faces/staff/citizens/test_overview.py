"""Overblik: the citizen's own words first, and small forms that answer with their own region."""

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Access, Change
from hjemmebane.domain.citizens.models import LifeSituation
from hjemmebane.domain.courses.actions import agree_on_contact, choose_primary_contact
from hjemmebane.domain.courses.models import PrimaryContact
from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.plans.actions import add_item
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import HTMX, browser, element, words
from tests.factories.courses import CONTACT_AGREEMENT

# Six of them are savepoints of the test.
OVERVIEW_QUERIES = 33
AREA = current_pack().life_areas[0]


def address(cast, name="overview", *args):
    return reverse(f"staff:citizens:{name}", args=[cast.kim.citizen.pk, *args])


def choose(staff_member, **typed):
    return {"id": new_id(), "staff_member": staff_member.pk, **typed}


def test_overview_begins_with_the_citizens_own_words(cast):
    read = words(browser(cast.ida).get(address(cast)))

    assert cast.kim.wish.text in read
    assert read.index("Med egne ord") < read.index("Del af praksismodellen")


def test_overview_tells_who_the_citizen_is(cast):
    read = words(browser(cast.ida).get(address(cast)))

    assert "Team et Forløb fra 3. marts 2025 Serviceloven § 85" in read


@pytest.mark.parametrize("wishes", [1, 3])
def test_overview_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, wishes):
    with acting(cast.ida.actor):
        for number in range(wishes - 1):
            add_item(
                id=new_id(),
                plan=cast.kim.plan,
                kind=ItemKind.WISH,
                values={"text": f"Ønske {number}"},
                by=cast.ida.actor,
                at=now(),
            )
    client = browser(cast.ida)

    with django_assert_num_queries(OVERVIEW_QUERIES):
        page = client.get(address(cast)).context["page"]

    assert len(page.wishes) == wishes


def test_overview_is_noted_and_changes_nothing(cast):
    with acting(cast.ida.actor):
        before = Change.objects.count()

    browser(cast.ida).get(address(cast))

    with acting(cast.ida.actor):
        assert Change.objects.count() == before
        assert [access.what for access in Access.objects.all()] == ["Overblik"]


def test_overview_of_another_team_does_not_exist(cast):
    assert browser(cast.omar).get(address(cast)).status_code == 404


def test_overview_leads_to_where_the_course_is_moved(cast):
    practice = reverse("staff:practice:page", args=[cast.kim.citizen.pk])

    page = browser(cast.ida).get(address(cast))

    assert "Vælg del" in words(page)
    assert f'href="{practice}#nu"' in page.content.decode()


def test_choose_primary_contact_shows_whom_the_citizen_chose(cast):
    client = browser(cast.ida)
    sent = choose(cast.bo.staff_member, chosen_by_citizen="on", why="De griner")

    part = client.post(address(cast, "choose_primary"), sent, headers=HTMX)

    assert "<html" not in part.content.decode()
    assert "HX-Request" in part["Vary"]
    assert "Bo Socialrådgiver" in words(part)
    assert "valgt af borgeren selv · De griner" in words(part)
    assert element(part, "kontaktperson") == element(client.get(address(cast)), "kontaktperson")


def test_choose_primary_contact_offers_nobody_from_another_team(cast):
    sent = choose(cast.omar.staff_member)

    response = browser(cast.ida).post(address(cast, "choose_primary"), sent)

    assert response.status_code == 422
    assert "Valget findes ikke længere. Vælg igen." in words(response)
    with acting(cast.ida.actor):
        assert not PrimaryContact.objects.exists()


def test_choose_primary_contact_sent_twice_is_one(cast):
    client, sent = browser(cast.ida), choose(cast.bo.staff_member)

    for _ in range(2):
        assert client.post(address(cast, "choose_primary"), sent).status_code == 302

    with acting(cast.ida.actor):
        assert PrimaryContact.objects.count() == 1


def test_describe_keeps_what_was_said_before(cast):
    client = browser(cast.ida)
    url = address(cast, "describe", AREA.code)

    for text in ("Bor på herberg", "Har fået lejlighed"):
        sent = {f"{AREA.code}-id": new_id(), f"{AREA.code}-text": text}
        response = client.post(url, sent, headers=HTMX)

    fresh = client.get(address(cast))
    assert element(response, AREA.anchor) == element(fresh, AREA.anchor)
    assert "Har fået lejlighed" in words(fresh)
    with acting(cast.ida.actor):
        said = list(LifeSituation.objects.order_by("recorded_at").values_list("text", flat=True))
    assert said == ["Bor på herberg", "Har fået lejlighed"]


@pytest.mark.parametrize("between", [0, 2])
def test_life_situation_is_read_as_then_and_now(cast, django_assert_num_queries, between):
    texts = ["Bor på herberg", *(f"Sover hos {n}" for n in range(between)), "Har fået lejlighed"]
    client = browser(cast.ida)
    for text in texts:
        sent = {f"{AREA.code}-id": new_id(), f"{AREA.code}-text": text}
        client.post(address(cast, "describe", AREA.code), sent)

    with django_assert_num_queries(OVERVIEW_QUERIES):
        page = client.get(address(cast))

    read = words(page)
    then, now_ = read.index("Dengang · i dag"), read.index("Nu · i dag")
    assert then < read.index("Bor på herberg") < now_ < read.index("Har fået lejlighed")
    assert ("Ind imellem" in read) == bool(between)
    shown = page.context["page"].areas[0]
    assert [told.text for told in shown.between] == texts[-2:0:-1]


def test_life_situation_described_once_is_not_compared(cast):
    client = browser(cast.ida)
    sent = {f"{AREA.code}-id": new_id(), f"{AREA.code}-text": "Bor på herberg"}
    client.post(address(cast, "describe", AREA.code), sent)

    read = words(client.get(address(cast)))

    assert "Bor på herberg" in read
    assert "Dengang" not in read


def test_describe_sent_twice_is_one_description(cast):
    client = browser(cast.ida)
    sent = {f"{AREA.code}-id": new_id(), f"{AREA.code}-text": "Bor på herberg"}

    for _ in range(2):
        assert client.post(address(cast, "describe", AREA.code), sent).status_code == 302

    with acting(cast.ida.actor):
        assert LifeSituation.objects.count() == 1


def test_describe_refuses_too_long_a_text_and_gives_it_back(cast):
    long = "a" * 10_001

    response = browser(cast.ida).post(
        address(cast, "describe", AREA.code),
        {f"{AREA.code}-id": new_id(), f"{AREA.code}-text": long},
    )

    assert response.status_code == 422
    assert long in response.content.decode()
    assert "Denne værdi må højst have 10000 tegn" in words(response)


def test_describe_an_unknown_area_does_not_exist(cast):
    sent = {"NOWHERE-text": "Noget"}

    assert browser(cast.ida).post(address(cast, "describe", "NOWHERE"), sent).status_code == 404


def test_overview_lists_what_is_next_until_it_is_done(cast):
    client = browser(cast.ida)
    first = [step.label for step in client.get(address(cast)).context["page"].next_steps]
    with acting(cast.ida.actor):
        choose_primary_contact(
            id=new_id(),
            course=cast.kim.course,
            staff_member=cast.ida.staff_member,
            chosen_by_citizen=True,
            by=cast.ida.actor,
            at=now(),
        )
        agree_on_contact(
            id=new_id(),
            course=cast.kim.course,
            values={**CONTACT_AGREEMENT, "talked_on": today()},
            by=cast.ida.actor,
            at=now(),
        )

    left = [step.label for step in client.get(address(cast)).context["page"].next_steps]

    assert first == [
        "Udfyld startskemaet",
        "Lav en kontaktaftale",
        "Spørg, hvem der skal være primær kontaktperson",
        "Spørg om samtykke til dem, I samarbejder med",
    ]
    assert left == [first[0], first[3]]


def test_nothing_is_next_for_somebody_who_has_died(cast):
    with acting(cast.ida.actor):
        kim = cast.kim.citizen
        kim.save_changes({"died_on": today()}, version=kim.version)

    assert browser(cast.ida).get(address(cast)).context["page"].next_steps == []
