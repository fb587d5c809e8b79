"""Funktioner: what is known stands there already; the rest is written by those it concerns."""

import pytest
from django.urls import reverse

from hjemmebane.domain.teams.actions import change_role_description, describe_role
from hjemmebane.domain.teams.choices import CoreFunction, RoleRefusal
from hjemmebane.domain.teams.queries import role_description
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import employ, let_join

URL = "/teamet/funktioner/"
OF_TEAM = f"{URL}teamet/"
QUERIES = 12


def url_of(employee):
    return reverse("staff:teams:role_member", args=[employee.staff_member.pk])


def describe(cast, by, *, about=None, **answers):
    with acting(by.actor):
        return describe_role(
            id=new_id(),
            team=cast.team_one,
            staff_member=about.staff_member if about else None,
            answers=answers,
            by=by.actor,
            at=now(),
        )


def sheets(reader):
    return browser(reader).get(URL).context["page"].sheets


def test_page_tells_what_is_known_and_what_nobody_has_written(cast):
    team, bo, ida = sheets(cast.ida)

    assert team.facts == [
        ("Timer om ugen", "74 udførende"),
        ("Koordinator", "Bo"),
        ("Forankring", "Ikke skrevet"),
    ]
    assert ida.facts[:2] == [("Stilling", "Bostøtte"), ("Funktioner", "Social og praktisk støtte")]
    assert (team.said, len(team.unsaid), len(bo.unsaid)) == ([], 9, 8)


@pytest.mark.parametrize(
    ("reader", "writes"),
    [("ida", [True, False, True]), ("bo", [True, True, True]), ("mette", [False, False, False])],
)
def test_each_finds_the_way_to_what_they_may_write(cast, reader, writes):
    assert [bool(sheet.url) for sheet in sheets(getattr(cast, reader))] == writes


def test_what_is_written_is_shown_with_what_stood_before(cast):
    written = describe(cast, cast.ida, TEAM_PURPOSE="At være der")
    with acting(cast.bo.actor):
        change_role_description(
            description=written,
            answers={"TEAM_PURPOSE": "At blive ved"},
            version=1,
            by=cast.bo.actor,
            at=now(),
        )

    response = browser(cast.mette).get(URL)

    team = response.context["page"].sheets[0]
    assert team.said == [("Det er teamet til for", "At blive ved")]
    latest, first = team.history
    assert (latest.who, latest.before) == ("Bo", [("Det er teamet til for", "At være der")])
    assert (first.who, first.before) == ("Ida", [])
    assert "Krog" not in words(response)


def test_form_saves_and_leads_back(cast):
    client = browser(cast.ida)
    key = client.get(OF_TEAM).context["form"].initial["id"]

    response = client.post(OF_TEAM, {"id": key, "TEAM_TASKS": "Alt"}, follow=True)

    assert "Funktionsbeskrivelsen er gemt." in words(response)
    with acting(cast.ida.actor):
        assert role_description(cast.team_one.pk, None).answers == {"TEAM_TASKS": "Alt"}


def test_double_submit_is_one_and_another_first_time_is_refused(cast):
    client = browser(cast.ida)
    key = client.get(OF_TEAM).context["form"].initial["id"]
    for _ in range(2):
        assert client.post(OF_TEAM, {"id": key, "TEAM_TASKS": "Alt"}).status_code == 302

    response = client.post(OF_TEAM, {"id": new_id(), "TEAM_TASKS": "Andet"})

    assert response.status_code == 422
    assert RoleRefusal.ALREADY_THERE.label in words(response)
    assert 'name="TEAM_TASKS"' in response.content.decode()
    assert "Andet" in words(response)


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", RoleRefusal.NOTHING_WRITTEN.label), ("x" * 2_001, "2.000 tegn")],
)
def test_refusal_keeps_what_was_typed(cast, typed, told):
    response = browser(cast.ida).post(
        OF_TEAM, {"id": new_id(), "TEAM_TASKS": typed, "TEAM_BEYOND": ""}
    )

    assert response.status_code == 422
    assert response.context["form"]["TEAM_TASKS"].value() == typed
    assert told in words(response)


def test_stale_form_shows_both(cast):
    written = describe(cast, cast.ida, TEAM_TASKS="Alt")
    with acting(cast.bo.actor):
        change_role_description(
            description=written,
            answers={"TEAM_TASKS": "Mere"},
            version=1,
            by=cast.bo.actor,
            at=now(),
        )

    response = browser(cast.ida).post(OF_TEAM, {"id": "", "version": 1, "TEAM_TASKS": "Mindre"})

    assert response.status_code == 409
    assert [(d.theirs, d.mine) for d in response.context["form"].differences] == [
        ("Mere", "Mindre")
    ]


def test_colleagues_function_is_the_coordinators_to_write(cast):
    assert browser(cast.ida).get(url_of(cast.bo)).status_code == 404
    response = browser(cast.bo).post(
        url_of(cast.ida), {"id": new_id(), "MEMBER_TASKS": "Går med ud"}, follow=True
    )
    assert "Går med ud" in words(response)


@pytest.mark.parametrize("more", [0, 2])
def test_page_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, more):
    written = describe(cast, cast.ida, TEAM_TASKS="Alt")
    with acting(OPERATIONS):
        new = [employ(f"Ny{number}", "Peer") for number in range(more)]
        for one in new:
            let_join(cast.team_one, one, CoreFunction.HEALTH)
    for one in new:
        describe(cast, one, about=one, MEMBER_TASKS="Kaffe")
    with acting(cast.ida.actor):
        for version in range(1, 1 + more):
            change_role_description(
                description=written,
                answers={"TEAM_TASKS": str(version)},
                version=version,
                by=cast.ida.actor,
                at=now(),
            )
    client = browser(cast.ida)

    with django_assert_num_queries(QUERIES):
        page = client.get(URL).context["page"]

    assert (len(page.sheets), len(page.sheets[0].history)) == (3 + more, 1 + more)


@pytest.mark.parametrize("url", [URL, "/teamet/laering/"])
def test_who_is_in_no_team_is_sent_to_the_front(cast, url):
    with acting(OPERATIONS):
        newcomer = employ("Nanna", "Peer")

    assert browser(newcomer).get(url)["Location"] == "/"
    assert browser(newcomer).get(OF_TEAM).status_code == 404
    assert browser(newcomer).get("/teamet/laering/ny/").status_code == 404
