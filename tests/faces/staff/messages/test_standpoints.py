"""The team says whether it agrees with what a partner does, and reads what partners say."""

import pytest
from django.urls import reverse

from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.sharing.actions import take_stand_as_partner
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import Standpoint
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR, add_to_plan
from tests.factories.courses import end_today
from tests.factories.partners import close, write
from tests.factories.sharing import let_in, open_to

WHY = "Det er for tidligt"


@pytest.fixture
def lise(cast):
    return let_in(cast.lise, cast.ida)


@pytest.fixture
def consent(cast, lise):
    return open_to(cast.job_centre, cast.kim, cast.ida)


@pytest.fixture
def activity(cast, lise, consent):
    return write(cast.kim, lise)


def url(cast, activity, name="messages:standpoint"):
    return reverse(f"staff:{name}", args=[cast.kim.citizen.pk, activity.pk])


def plan(cast):
    return reverse("staff:plans:page", args=[cast.kim.citizen.pk])


def sent(**changes):
    return {"id": new_id(), "answer": "DIFFERS", "reason": WHY, **changes}


def test_team_says_it_once_and_reads_it_in_the_thread_and_the_plan(cast, activity):
    client, form = browser(cast.ida), sent()
    thread = url(cast, activity, "messages:thread")
    assert url(cast, activity) in client.get(thread).content.decode()

    for _ in range(2):
        assert client.post(url(cast, activity), form)["Location"] == thread

    for page in (thread, plan(cast)):
        read = words(client.get(page))
        assert "Vi ser det anderledes Ida, teamet" in read
        assert WHY in read
    with acting(cast.ida.actor):
        assert Standpoint.objects.count() == 1


def test_what_one_said_is_there_to_be_changed_and_not_for_another(cast, activity):
    browser(cast.ida).post(url(cast, activity), sent())

    mine = browser(cast.ida).get(url(cast, activity)).context["form"]
    theirs = browser(cast.bo).get(url(cast, activity)).context["form"]

    assert (mine["answer"].value(), mine["reason"].value()) == ("DIFFERS", WHY)
    assert not theirs["answer"].value()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"answer": ""}, "Hvad siger I til det?: Dette felt er påkrævet."),
        ({"reason": ""}, SharingRefusal.DIFFERENCE_UNSAID.label),
        ({"reason": KIMS_CPR}, SharingRefusal.CPR_NUMBER.label),
    ],
)
def test_words_are_refused_in_danish_and_kept(cast, activity, changes, said):
    response = browser(cast.ida).post(url(cast, activity), sent(**changes))

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes


def test_partner_who_was_shut_out_is_not_answered(cast, consent, activity):
    close(consent, cast.ida)
    client = browser(cast.ida)

    assert SharingRefusal.PARTNER_SHUT_OUT.label in words(client.get(url(cast, activity)))
    response = client.post(url(cast, activity), sent())
    assert response.status_code == 422
    assert response.context["form"]["reason"].value() == WHY


def test_ended_course_takes_no_more(cast, activity):
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)

    assert browser(cast.ida).post(url(cast, activity), sent()).status_code == 422


def test_what_a_partner_says_is_in_the_plan_and_new_on_the_front_page(cast, lise, consent):
    with acting(cast.ida.actor):
        idas = add_to_plan(
            cast.kim.plan,
            cast.ida,
            ItemKind.ACTIVITY,
            what="Går med",
            goal=cast.kim.goal,
            responsible_kind="STAFF",
            staff_member=cast.ida.staff_member,
        )
    with acting(lise.actor):
        take_stand_as_partner(
            id=new_id(), activity=idas, answer="DIFFERS", reason=WHY, by=lise.actor, at=now()
        )
    client = browser(cast.ida)

    assert "Vi ser det anderledes Lise, Jobcenter Aabenby" in words(client.get(plan(cast)))
    front = client.get(reverse("staff:today:page"))
    assert "Partneren ser det anderledes" in words(front)
    assert f"#aktivitet-{idas.pk}" in front.content.decode()
