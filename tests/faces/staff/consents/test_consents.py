"""Samtykker: given to a partner, taken back in one step."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import add_around_citizen
from hjemmebane.domain.citizens.models import Representative
from hjemmebane.domain.consents.calculations import a_year_on
from hjemmebane.domain.consents.choices import ConsentRefusal
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import goals_opened_by
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.sharing.actions import cancel_own_appointment, make_own_appointment
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day
from tests.factories.browsing import HTMX, browser, element, words
from tests.factories.cast import add_to_plan
from tests.factories.sharing import let_in, let_run_out, tomorrow


def address(cast, name, *args):
    return reverse(f"staff:consents:{name}", args=[cast.kim.citizen.pk, *args])


def typed(cast, **changes):
    return {
        "id": new_id(),
        "recipient": cast.job_centre.pk,
        "scope": ["GOALS", "ACTIVITIES"],
        "purpose": "Så jobcentret kender målene",
        "how_given": "ORALLY",
        "from_on": "2025-05-05",
        "until_on": "",
        **changes,
    }


def network(cast):
    return reverse("staff:citizens:network", args=[cast.kim.citizen.pk])


def given(cast):
    with acting(cast.ida.actor):
        return list(Consent.objects.filter(organisation=cast.job_centre))


def test_consent_is_given_once_and_stands_on_the_page(cast):
    client, sent = browser(cast.ida), typed(cast)

    for _ in range(2):
        response = client.post(address(cast, "new"), sent)
        assert (response.status_code, response["Location"]) == (302, network(cast))

    assert [consent.scope for consent in given(cast)] == [["GOALS", "ACTIVITIES"]]
    read = words(client.get(network(cast)))
    assert "Jobcenter Aabenby Mundtligt, 5. maj 2025 Gælder" in read


def test_consent_offers_the_partners_and_not_the_teams_own_work(cast):
    form = browser(cast.ida).get(address(cast, "new")).context["form"]

    (_empty, _choose), (group, offered) = form.fields["recipient"].choices
    assert (group, [label for _key, label in offered]) == (
        "Jobcenter Aabenby",
        ["Alle hos Jobcenter Aabenby", "Kun Lise, Jobkonsulent"],
    )
    assert "TEAM_WORK" not in dict(form.fields["scope"].choices)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"recipient": ""}, "Til: Dette felt er påkrævet."),
        ({"scope": []}, "Vælg mindst én ting, som samtykket åbner for."),
        ({"scope": ["TEAM_WORK"]}, "Valget findes ikke længere. Vælg igen."),
        ({"purpose": "Hjælp\0"}, "Der er et tegn i teksten, som ikke kan gemmes."),
        ({"purpose": ""}, "Hvad skal det bruges til: Dette felt er påkrævet."),
        ({"from_on": str(today() + dt.timedelta(days=1))}, ConsentRefusal.FUTURE_START.label),
        ({"from_on": "1925-05-05"}, "Skriv et årstal mellem"),
        ({"until_on": "2099-01-01"}, "Skriv et årstal mellem"),
        ({"purpose": "Om 070761-4285"}, ConsentRefusal.CPR_NUMBER.label),
        ({"until_on": "2025-05-04"}, ConsentRefusal.ENDS_BEFORE_START.label),
        ({"until_on": str(today() - dt.timedelta(days=1))}, ConsentRefusal.ALREADY_OVER.label),
        ({"until_on": "for evigt"}, "Skriv en dato, der findes"),
    ],
)
def test_consent_is_refused_in_danish_and_kept(cast, changes, said):
    response = browser(cast.ida).post(address(cast, "new"), typed(cast, **changes))

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes
    assert given(cast) == []


def test_consent_is_withdrawn_in_place_and_for_good(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)
    url = address(cast, "withdraw", sent["id"])
    told = "Det her lukker med det samme: navnet, og hvem i teamet de kan ringe til."
    assert told in words(client.get(network(cast)))

    part = client.post(url, {"version": 1}, headers=HTMX)
    again = client.post(url, {"version": 2})

    assert "Trukket tilbage" in words(part)
    assert element(part, "samtykke") == element(client.get(network(cast)), "samtykke")
    assert again.status_code == 422
    assert ConsentRefusal.ALREADY_WITHDRAWN.label in words(again)


def test_what_is_in_force_stands_before_what_was_taken_back(cast):
    client, newest = browser(cast.ida), typed(cast, from_on="2025-05-06", purpose="Fortrudt")
    for sent in (newest, typed(cast, purpose="Gælder endnu")):
        client.post(address(cast, "new"), sent)
    client.post(address(cast, "withdraw", newest["id"]), {"version": 1})

    read = words(client.get(network(cast)))

    assert read.index("Gælder endnu") < read.index("Fortrudt")


def test_consent_is_not_withdrawn_from_a_stale_page(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)

    response = client.post(address(cast, "withdraw", sent["id"]), {"version": 9})

    assert response.status_code == 409
    assert "En anden har rettet det imens." in words(response)
    assert [consent.withdrawn_at for consent in given(cast)] == [None]


def test_the_teams_own_consent_cannot_be_withdrawn_here(cast):
    with acting(cast.ida.actor):
        own = Consent.objects.get(team=cast.team_one)

    response = browser(cast.ida).post(address(cast, "withdraw", own.pk), {"version": 1})

    assert response.status_code == 422
    assert ConsentRefusal.ENDS_COURSE.label in words(response)


def test_consent_of_another_team_does_not_exist(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)

    stolen = browser(cast.omar).post(address(cast, "withdraw", sent["id"]), {"version": 1})
    unknown = client.post(address(cast, "withdraw", new_id()), {"version": 1})

    assert (stolen.status_code, unknown.status_code) == (404, 404)


def test_consent_that_soon_runs_out_is_asked_again_and_renewed_with_one_press(cast):
    client, soon = browser(cast.ida), today() + dt.timedelta(days=30)
    sent = typed(cast, recipient=cast.lise.pk, goals=[cast.kim.goal.pk], until_on=str(soon))
    client.post(address(cast, "new"), sent)

    page, board = client.get(network(cast)), client.get("/tavlen/")
    said = "Spørg igen: Kim Krog: samtykket til Jobcenter Aabenby udløber"
    assert said in words(board)
    assert "Spørg igen" in words(page)
    ready = renewal_on(page)
    part = client.post(address(cast, "renew", sent["id"]), ready, headers=HTMX)
    again = client.post(address(cast, "renew", sent["id"]), ready)

    assert part.status_code == 200
    assert f"Gælder til {written_day(a_year_on(today()))}" in words(part)
    assert "Lise fra Jobcenter Aabenby kan se 1 mål" in words(part)
    assert again.status_code == 302
    assert [one.withdrawn_at is None for one in given(cast)].count(True) == 1
    assert "Spørg igen" not in words(client.get(network(cast)))
    assert "Spørg igen" not in words(client.get("/tavlen/"))


def renewal_on(page):
    """What the button on the page sends."""
    (one,) = [consent for consent in page.context["page"].consents.now if consent.is_asked_again]
    return {"id": one.renew_id, "version": one.version, "until_on": str(one.renew_until)}


def test_renewal_of_what_was_taken_back_is_refused_in_place(cast):
    client, soon = browser(cast.ida), today() + dt.timedelta(days=3)
    sent = typed(cast, until_on=str(soon))
    client.post(address(cast, "new"), sent)
    ready = renewal_on(client.get(network(cast)))
    client.post(address(cast, "withdraw", sent["id"]), {"version": 1})

    response = client.post(address(cast, "renew", sent["id"]), ready | {"version": 2})

    assert response.status_code == 422
    assert ConsentRefusal.ALREADY_WITHDRAWN.label in words(response)


def test_goals_are_chosen_one_by_one_with_the_citizens_words_beside(cast):
    client, kim = browser(cast.ida), cast.kim
    form = client.get(address(cast, "new")).context["form"]
    assert dict(form.fields["goals"].choices) == {
        str(kim.goal.pk): "En tur om ugen – „Kim vil gerne ud at gå“"
    }

    client.post(address(cast, "new"), typed(cast, goals=[kim.goal.pk]))

    (consent,) = given(cast)
    with acting(cast.ida.actor):
        assert goals_opened_by(consent) == {kim.goal.pk}
    read = words(client.get(network(cast)))
    assert "Alle hos Jobcenter Aabenby kan se 1 mål, og hvad der bliver gjort for det." in read
    assert "Ingen noter, intet trafiklys, ingen praksismodel." in read
    assert "Ingen har læst noget endnu." in read


def test_no_goal_chosen_is_allowed_and_said(cast):
    client = browser(cast.ida)

    client.post(address(cast, "new"), typed(cast))

    read = words(client.get(network(cast)))
    assert "Ingen mål er valgt endnu: der vises ingen." in read
    assert "kan kun se navnet, og hvem i teamet de kan ringe til." in read


def test_goals_without_the_part_that_shows_them_are_refused_beside_the_field(cast):
    sent = typed(cast, scope=["APPOINTMENTS"], goals=[cast.kim.goal.pk])

    response = browser(cast.ida).post(address(cast, "new"), sent)

    assert response.status_code == 422
    assert "Sæt også kryds ved “Mål og delmål”" in words(response)
    assert given(cast) == []


def test_goal_of_somebody_else_cannot_be_chosen(cast):
    response = browser(cast.ida).post(address(cast, "new"), typed(cast, goals=[cast.noor.goal.pk]))

    assert (response.status_code, given(cast)) == (422, [])


def speaks_for_kim(cast, kind="GUARDIAN"):
    vera = Representative(citizen=cast.kim.citizen, name="Vera", kind=kind)
    with acting(cast.ida.actor):
        return add_around_citizen(record=vera, by=cast.ida.actor, at=now())


def test_who_said_yes_is_asked_and_kept_where_somebody_speaks_for_the_citizen(cast):
    client, vera = browser(cast.ida), speaks_for_kim(cast)

    unanswered = client.post(address(cast, "new"), typed(cast))
    selves = client.post(
        address(cast, "new"), typed(cast, given_by="SELF", how_given="BY_REPRESENTATIVE")
    )
    client.post(address(cast, "new"), typed(cast, given_by=vera.pk, how_given="BY_REPRESENTATIVE"))

    assert (unanswered.status_code, selves.status_code) == (422, 422)
    assert "Hvem sagde ja: Dette felt er påkrævet." in words(unanswered)
    assert ConsentRefusal.GIVER_MISSING.label in words(selves)
    assert [one.given_by for one in given(cast)] == ["Vera (værge)"]
    assert "– Vera (værge) sagde ja" in words(client.get(network(cast)))


@pytest.mark.parametrize("kind", ["RELATIVE", "ASSESSOR"])
def test_a_relative_does_not_say_yes_for_the_citizen(cast, kind):
    speaks_for_kim(cast, kind)

    form = browser(cast.ida).get(address(cast, "new")).context["form"]

    assert "given_by" not in form.fields
    assert "BY_REPRESENTATIVE" not in dict(form.fields["how_given"].choices)


def test_yes_of_somebody_who_no_longer_speaks_for_the_citizen_is_not_carried_on(cast):
    client, vera, sent = browser(cast.ida), speaks_for_kim(cast), typed(cast)
    by_vera = {"given_by": vera.pk, "how_given": "BY_REPRESENTATIVE"}
    client.post(address(cast, "new"), sent | by_vera)
    with acting(cast.ida.actor):
        vera.save_changes({"kind": "RELATIVE"}, version=vera.version)

    answer = client.post(address(cast, "change", sent["id"]), changed(cast, version=1))

    assert answer.status_code == 302
    assert [one.given_by for one in given(cast) if not one.withdrawn_at] == [""]


def changed(cast, **changes):
    sent = typed(cast, goals=[cast.kim.goal.pk], **changes)
    return {name: value for name, value in sent.items() if name != "from_on"}


def test_change_shows_what_closes_before_it_is_done(cast):
    client, sent = browser(cast.ida), typed(cast, goals=[cast.kim.goal.pk])
    client.post(address(cast, "new"), sent)
    url = address(cast, "change", sent["id"])
    asked = changed(cast, recipient=cast.lise.pk, scope=["APPOINTMENTS"], version=1) | {"goals": []}

    shown, first = client.get(url), client.post(url, asked)
    assert "Alle hos Jobcenter Aabenby kan se 1 mål" in words(shown)
    assert shown.context["form"]["goals"].value() == [str(cast.kim.goal.pk)]
    assert first.status_code == 422
    for said in (
        "Andre end Lise hos Jobcenter Aabenby kan ikke længere se noget.",
        "Målet „En tur om ugen“ kan ikke længere ses.",
        "Aktiviteter: kan ikke længere ses.",
    ):
        assert said in words(first)
    assert [one.withdrawn_at for one in given(cast)] == [None]

    second = client.post(url, asked | {"read": first.context["form"]["read"].value()})

    assert (second.status_code, second["Location"]) == (302, network(cast))
    before, after = sorted(given(cast), key=lambda one: one.withdrawn_at is None)
    assert (after.replaces_id, after.person_id, after.scope) == (
        before.pk,
        cast.lise.pk,
        ["APPOINTMENTS"],
    )
    read = words(client.get(network(cast)))
    assert "Lise fra Jobcenter Aabenby kan se hvornår I ses." in read
    assert "Lavet om" in read
    assert "Trukket tilbage" not in read
    told = words(client.get(reverse("staff:citizens:timeline", args=[cast.kim.citizen.pk])))
    assert "Ændret samtykke til Jobcenter Aabenby" in told
    assert "trukket tilbage" not in told


def test_change_that_closes_nothing_is_done_at_once(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)

    response = client.post(address(cast, "change", sent["id"]), changed(cast, version=1))

    assert response.status_code == 302
    (after,) = [one for one in given(cast) if not one.withdrawn_at]
    with acting(cast.ida.actor):
        assert goals_opened_by(after) == {cast.kim.goal.pk}


def test_change_from_a_stale_page_is_a_conflict_and_keeps_what_was_typed(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)
    client.post(address(cast, "withdraw", sent["id"]), {"version": 1})

    url = address(cast, "change", sent["id"])
    stale = client.post(url, changed(cast, version=1, purpose="Noget nyt"))

    assert stale.status_code == 422
    assert ConsentRefusal.ALREADY_WITHDRAWN.label in words(stale)
    assert stale.context["form"]["purpose"].value() == "Noget nyt"


def test_the_teams_own_consent_is_neither_changed_nor_looked_through(cast):
    with acting(cast.ida.actor):
        own = Consent.objects.get(team=cast.team_one)

    for name in ("change", "preview"):
        assert browser(cast.ida).get(address(cast, name, own.pk)).status_code == 404


def test_preview_shows_what_they_see_and_nothing_else(cast):
    client = browser(cast.ida)
    sent = typed(cast, recipient=cast.lise.pk, scope=["GOALS"], goals=[cast.kim.goal.pk])
    client.post(address(cast, "new"), sent)

    response = client.get(address(cast, "preview", sent["id"]))

    read = words(response)
    for said in (
        "Lise, Jobcenter Aabenby",
        "En tur om ugen",
        "Kim vil gerne ud at gå",
        "Ned i gården",
    ):
        assert said in read
    assert "20 20 20 20" not in read
    with acting(cast.ida.actor):
        assert Access.objects.latest("pk").what == "Det, en partner ser"
    client.post(address(cast, "withdraw", sent["id"]), {"version": 1})
    assert "De ser ingenting" in words(client.get(address(cast, "preview", sent["id"])))


def test_preview_shows_the_times_that_stand_as_the_partners_page_does(cast):
    lise, client, sent = let_in(cast.lise, cast.ida), browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)
    with acting(lise.actor):
        for what, calls_off in (("Praktik", False), ("Mentor", True)):
            one = make_own_appointment(
                id=new_id(),
                course_id=cast.kim.course.pk,
                values={"what": what, "starts_at": tomorrow()},
                by=lise.actor,
                at=now(),
            )
            if calls_off:
                cancel_own_appointment(appointment=one, version=1, by=lise.actor, at=now())

    shown = client.get(address(cast, "preview", sent["id"])).context["page"]

    assert [one.what for one in shown.times] == ["Praktik"]


def test_page_tells_how_often_each_consent_was_read_by(cast):
    lise, partner = let_in(cast.lise, cast.ida), Client()
    partner.force_login(lise.user)
    client = browser(cast.ida)
    client.post(address(cast, "new"), typed(cast))
    for _ in range(2):
        partner.get(reverse("partner:citizens:citizen", args=[cast.kim.citizen.pk]))

    assert "Læst 2 gange, sidst i dag kl." in words(client.get(network(cast)))


def test_consents_that_show_nothing_say_why(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)
    with acting(cast.ida.actor):
        own = Consent.objects.get(team=cast.team_one)
    let_run_out(own, cast.ida)

    assert "samtykket til teamet gælder ikke længere." in words(client.get(network(cast)))


def test_queries_do_not_grow_with_consents_and_goals(cast):
    client = browser(cast.ida)
    client.post(address(cast, "new"), typed(cast, goals=[cast.kim.goal.pk]))
    counts = [queries_of(client, cast)]
    with acting(cast.ida.actor):
        goals = [
            add_to_plan(
                cast.kim.plan, cast.ida, ItemKind.GOAL, text=f"Mål {n}", wishes=[cast.kim.wish]
            )
            for n in range(4)
        ]
    for goal in goals:
        client.post(address(cast, "new"), typed(cast, goals=[goal.pk, cast.kim.goal.pk]))
    counts.append(queries_of(client, cast))

    assert counts[0] == counts[1]


def queries_of(client, cast):
    consent = given(cast)[0].pk
    counts = []
    for url in (
        network(cast),
        address(cast, "new"),
        address(cast, "change", consent),
        address(cast, "preview", consent),
    ):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        counts.append(len(queries))
    return counts
