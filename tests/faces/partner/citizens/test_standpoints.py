"""A partner says whether they agree with what others do, and reads what the team says to theirs."""

import pytest
from django.urls import reverse

from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.actions import take_stand_as_team
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import Standpoint
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR, add_to_plan
from tests.factories.partners import close, write
from tests.factories.sharing import hire

WHY = "Det er for tidligt"


@pytest.fixture
def idas(cast):
    with acting(cast.ida.actor):
        return add_to_plan(
            cast.kim.plan,
            cast.ida,
            ItemKind.ACTIVITY,
            what="Går med",
            goal=cast.kim.goal,
            responsible_kind="STAFF",
            staff_member=cast.ida.staff_member,
        )


def url(cast, name="citizen", *keys):
    return reverse(f"partner:citizens:{name}", args=[cast.kim.citizen.pk, *keys])


def sent(**changes):
    return {"id": new_id(), "answer": "DIFFERS", "reason": WHY, **changes}


def count(cast):
    with acting(cast.ida.actor):
        return Standpoint.objects.count()


def test_partner_says_it_once_and_both_read_it_by_name(cast, lise, consent, idas):
    client, form = browser(lise), sent()
    assert "Sig, om I er enige" in words(client.get(url(cast)))
    assert "Går med" in words(client.get(url(cast, "standpoint", idas.pk)))

    for _ in range(2):
        response = client.post(url(cast, "standpoint", idas.pk), form)
        assert response["Location"] == f"{url(cast)}#aktivitet-{idas.pk}"

    read = words(client.get(url(cast)))
    assert "Teamet kan se, hvad du siger til det." in read
    assert "Vi ser det anderledes Lise, Jobcenter Aabenby" in read
    assert "Sig noget andet til det" in read
    assert count(cast) == 1


def test_what_one_said_is_there_to_be_changed_and_not_for_a_colleague(cast, lise, consent, idas):
    browser(lise).post(url(cast, "standpoint", idas.pk), sent())
    per = hire(cast.job_centre, "Per", cast.ida)

    mine = browser(lise).get(url(cast, "standpoint", idas.pk)).context["form"]
    theirs = browser(per).get(url(cast, "standpoint", idas.pk)).context["form"]

    assert (mine["answer"].value(), mine["reason"].value()) == ("DIFFERS", WHY)
    assert not theirs["answer"].value()


def test_what_the_team_says_to_mine_is_read_by_name(cast, lise, consent):
    mine = write(cast.kim, lise)
    with acting(cast.ida.actor):
        activity = PlanActivity.objects.select_related("course", "partner_person").get(pk=mine.pk)
        take_stand_as_team(
            id=new_id(),
            activity=activity,
            answer="AGREES",
            reason="Godt fundet på",
            by=cast.ida.actor,
            at=now(),
        )

    read = words(browser(lise).get(url(cast)))

    assert "Vi er enige Ida, teamet" in read
    assert "Godt fundet på" in read


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"answer": ""}, "Hvad siger I til det?: Dette felt er påkrævet."),
        ({"reason": ""}, SharingRefusal.DIFFERENCE_UNSAID.label),
        ({"reason": KIMS_CPR}, SharingRefusal.CPR_NUMBER.label),
    ],
)
def test_words_are_refused_in_danish_and_kept(cast, lise, consent, idas, changes, said):
    response = browser(lise).post(url(cast, "standpoint", idas.pk), sent(**changes))

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes
    assert count(cast) == 0


def test_own_doing_has_no_such_page(cast, lise, consent):
    mine = write(cast.kim, lise)

    assert browser(lise).get(url(cast, "standpoint", mine.pk)).status_code == 404


def test_door_that_closed_gives_the_words_back(cast, lise, consent, idas):
    close(consent, cast.ida)

    response = browser(lise).post(url(cast, "standpoint", idas.pk), sent())

    assert response.status_code == 404
    assert [one.text for one in response.context["all_typed"]] == ["Vi ser det anderledes", WHY]
    assert count(cast) == 0
