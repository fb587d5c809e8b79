"""Everybody's efforts around Kim on a page, and the team's word on where they overlap."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import Overlap, PlanActivity
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.network_meetings import call
from tests.factories.plans import Writing, end_course
from tests.factories.sharing import tomorrow

pytestmark = pytest.mark.django_db
CHANGED = "Noget af det, spørgsmålet handler om, er ændret imens."


def url(cast):
    return reverse("staff:overlaps:page", args=[cast.kim.citizen.pk])


def write(cast, partner=None, **values):
    who = {"responsible_kind": "STAFF", "staff_member": cast.ida.staff_member}
    if partner:
        who = {"responsible_kind": "PARTNER", "partner_person": partner}
    with acting(cast.ida.actor):
        return Writing(cast.kim.plan, cast.ida.actor).add(ItemKind.ACTIVITY, **who, **values)


@pytest.fixture
def both(cast):
    """The team and the job centre both work with Kim's economy."""
    return (
        write(cast, what="Åbner rykkere", life_area="ECONOMY"),
        write(cast, cast.lise, what="Søger hjælp til huslejen", life_area="ECONOMY"),
    )


def asked(cast):
    [one] = browser(cast.ida).get(url(cast)).context["page"].open
    return one


def answer(form, **changes):
    given = {"id": new_id(), "judgement": "FINE", "why": "De ringer sammen"}
    return {**given, "seen": form.initial["seen"], **changes}


def said(cast):
    with acting(cast.ida.actor):
        return list(Overlap.objects.values_list("judgement", "why"))


def test_page_shows_who_does_what_and_asks(cast, both):
    read = words(browser(cast.ida).get(url(cast)))

    assert "Teamet og Jobcenter Aabenby arbejder begge med økonomi." in read
    assert "Jobcenter Aabenby (Lise): Søger hjælp til huslejen" in read
    assert "Økonomi Teamet (Ida) Åbner rykkere" in read


def test_network_meetings_stand_in_their_week(cast):
    with acting(cast.ida.actor):
        call(cast.kim, cast.ida, starts_at=tomorrow())

    read = words(browser(cast.ida).get(url(cast)))

    assert "Netværksmøde Netværket · I køkkenet" in read


def test_question_is_answered_once_and_the_trace_stands(cast, both):
    client, one = browser(cast.ida), asked(cast)
    sent = answer(client.get(one.url).context["form"])

    for _ in range(2):
        response = client.post(one.url, sent)
        assert (response.status_code, response["Location"]) == (302, url(cast))

    assert said(cast) == [("FINE", "De ringer sammen")]
    read = words(client.get(url(cast)))
    assert "Ingen spørgsmål venter på jer." in read
    assert "Godt, som det er Ida," in read


def test_answered_question_comes_back_when_an_effort_changes(cast, both):
    client, one = browser(cast.ida), asked(cast)
    client.post(one.url, answer(client.get(one.url).context["form"]))
    with acting(cast.ida.actor):
        Writing(cast.kim.plan, cast.ida.actor).change(both[1], what="Indkalder til samtale")

    read = words(client.get(url(cast)))

    assert "Spørger igen: noget er ændret" in read
    assert "Det sagde I før" in read


def test_what_changed_meanwhile_is_shown_and_what_was_typed_is_kept(cast, both):
    client, one = browser(cast.ida), asked(cast)
    sent = answer(client.get(one.url).context["form"])
    with acting(cast.ida.actor):
        Writing(cast.kim.plan, cast.ida.actor).change(both[1], what="Indkalder til samtale")

    refused = client.post(one.url, sent)

    assert refused.status_code == 422
    assert CHANGED in words(refused)
    assert "Indkalder til samtale" in words(refused)
    again = client.post(one.url, {**sent, "seen": refused.context["form"]["seen"].value()})
    assert again.status_code == 302
    assert said(cast) == [("FINE", "De ringer sammen")]


def test_reason_is_asked_for(cast, both):
    client, one = browser(cast.ida), asked(cast)

    refused = client.post(one.url, answer(client.get(one.url).context["form"], why=" "))

    assert refused.status_code == 422
    assert said(cast) == []


def test_question_that_is_gone_says_so_and_gives_the_words_back(cast, both):
    client, one = browser(cast.ida), asked(cast)
    sent = answer(client.get(one.url).context["form"])
    with acting(cast.ida.actor):
        Writing(cast.kim.plan, cast.ida.actor).change(both[1], status="DONE")

    read = words(client.post(one.url, sent, follow=True))

    assert "Spørgsmålet er væk" in read
    assert "Du skrev: “De ringer sammen”" in read
    assert said(cast) == []


def test_answer_to_a_question_that_is_gone_can_still_be_read(cast, both):
    client, one = browser(cast.ida), asked(cast)
    client.post(one.url, answer(client.get(one.url).context["form"]))
    with acting(cast.ida.actor):
        Writing(cast.kim.plan, cast.ida.actor).change(both[1], status="DONE")

    read = words(client.get(url(cast)))

    assert "arbejder begge med økonomi" in read
    assert "De ringer sammen" in read


def test_ended_course_is_read_and_not_judged(cast, both):
    one = asked(cast)
    client = browser(cast.ida)
    sent = answer(client.get(one.url).context["form"])
    with acting(cast.ida.actor):
        end_course(cast.kim.course)

    assert "Tag stilling" not in words(client.get(url(cast)))
    assert client.post(one.url, sent).status_code == 422
    assert said(cast) == []


def test_plan_form_takes_area_and_demand(cast):
    address = reverse("staff:plans:item_new", args=[cast.kim.citizen.pk, "aktivitet"])
    sent = {"id": new_id(), "what": "Samtale", "responsible": "CITIZEN", "status": "PLANNED"}
    sent |= {"belongs": "alt", "life_area": "EDUCATION_WORK", "demand": "ATTENDANCE"}
    client = browser(cast.ida)

    posted = {f"aktivitet-{name}": value for name, value in sent.items()}
    assert client.post(address, posted).status_code == 302
    refused = client.post(address, {**posted, "aktivitet-life_area": "MOON"})

    assert refused.status_code == 422
    with acting(cast.ida.actor):
        made = PlanActivity.objects.get(what="Samtale")
    assert (made.life_area, made.demand) == ("EDUCATION_WORK", "ATTENDANCE")


def test_page_asks_as_many_queries_whatever_there_is(cast):
    client, counts = browser(cast.ida), []
    for _ in range(2):
        for partner in (None, cast.lise):
            write(cast, partner, life_area="ECONOMY")
        client.get(url(cast))
        with CaptureQueriesContext(connection) as asked_for:
            client.get(url(cast))
        counts.append(len(asked_for))

    assert counts[0] == counts[1]


def test_others_find_nothing(cast, both):
    one = asked(cast)
    for other in (cast.omar, cast.mette):
        assert browser(other).get(url(cast)).status_code == 404
        assert browser(other).post(one.url, {}).status_code == 404
