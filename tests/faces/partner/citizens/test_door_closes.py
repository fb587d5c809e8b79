"""The citizen says stop while a page is open: nothing happens, and nothing typed is lost."""

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Access, Change
from hjemmebane.domain.partners.actions import add_organisation
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.queries import opened_citizen
from hjemmebane.faces.partner import visits
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.partners import agree, close, write, written_by
from tests.factories.sharing import hire, open_to

TYPED = "Det, jeg lige har skrevet:\n1. Ring til Bo\n2. <b>Husk</b> bussen"


@pytest.fixture
def written(cast, lise, consent):
    """Lise's activity and appointment, by what their addresses need; then Kim says stop."""
    activity, appointment = write(cast.kim, lise), agree(cast.kim, lise)
    close(consent, cast.ida)
    return {
        "activity_new": [cast.kim.goal.pk],
        "activity": [activity.pk],
        "status": [activity.pk],
        "messages": [activity.pk],
        "messages_seen": [activity.pk],
        "appointment_new": [],
        "appointment_cancel": [appointment.pk],
        "meeting_answer": [new_id()],
    }


def url(cast, name, keys=()):
    return reverse(f"partner:citizens:{name}", args=[cast.kim.citizen.pk, *keys])


def count(cast):
    with acting(cast.ida.actor):
        return Change.objects.count(), Access.objects.count()


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("activity_new", "what"),
        ("activity", "what"),
        ("messages", "text"),
        ("appointment_new", "what"),
    ],
)
def test_text_is_given_back_word_for_word_and_nothing_is_written(cast, lise, written, name, field):
    before = count(cast)

    response = browser(lise).post(
        url(cast, name, written[name]), {"id": new_id(), "version": 1, field: TYPED}
    )

    assert response.status_code == 404
    assert [one.text for one in response.context["all_typed"]] == [TYPED]
    assert "<b>" not in response.content.decode()
    assert "Der blev ikke gemt noget" in words(response)
    assert "Ring til" in words(response)
    assert "Ida" in words(response)
    assert count(cast) == before


def test_chosen_words_are_given_back_as_they_were_read(cast, lise, written):
    response = browser(lise).post(
        url(cast, "activity", written["activity"]), {"what": "Ringer", "status": "DONE"}
    )

    assert [(one.label, one.text) for one in response.context["all_typed"]] == [
        ("Hvad gør I?", "Ringer"),
        ("Status", "Gjort"),
    ]


@pytest.mark.parametrize(
    "name", ["status", "messages_seen", "appointment_cancel", "meeting_answer"]
)
def test_tap_is_refused_and_told(cast, lise, written, name):
    before = count(cast)

    response = browser(lise).post(url(cast, name, written[name]), {"version": 1})

    assert response.status_code == 404
    assert "Det her er ikke åbent for dig længere" in words(response)
    assert count(cast) == before


def test_every_page_is_gone(cast, lise, written):
    client = browser(lise)
    pages = {name: keys for name, keys in written.items() if name.endswith("new")}
    pages |= {name: written[name] for name in ("activity", "messages")}
    pages |= {"citizen": [], "text": [], "paper": []}

    statuses = {name: client.get(url(cast, name, keys)).status_code for name, keys in pages.items()}

    assert statuses == dict.fromkeys(pages, 404)


def test_goal_that_was_closed_gives_the_text_back_too(cast, lise, written):
    open_to(cast.job_centre, cast.kim, cast.ida, scope=["APPOINTMENTS"], goals=[])

    response = browser(lise).post(
        url(cast, "activity_new", written["activity_new"]), {"id": new_id(), "what": TYPED}
    )

    assert response.status_code == 404
    assert [one.text for one in response.context["all_typed"]] == [TYPED]


def test_door_that_closes_between_the_look_and_the_act_gives_the_text_back(
    cast, lise, consent, monkeypatch
):
    looked = []

    def closing(citizen_id):
        """Open when the page looks, shut when the action does."""
        found = opened_citizen(citizen_id)
        if not looked:
            with acting(cast.ida.actor):
                consent.save_changes(
                    {"withdrawn_at": consent.recorded_at, "withdrawn_by_id": cast.ida.user.pk},
                    version=1,
                )
        looked.append(found)
        return found

    monkeypatch.setattr(visits, "opened_citizen", closing)

    response = browser(lise).post(
        url(cast, "appointment_new"),
        {"id": new_id(), "what": "Samtale", "starts_at": "2199-01-01T10:00"},
    )

    assert response.status_code == 404
    assert response.context["all_typed"][0].text == "Samtale"


def test_colleague_who_mends_the_same_gets_the_text_back(cast, lise, consent):
    """Only whoever wrote it changes it: the other's words go to nobody, and are not lost."""
    activity, per = write(cast.kim, lise), hire(cast.job_centre, "Per", cast.ida)

    response = browser(per).post(
        url(cast, "activity", [activity.pk]), {"version": 1, "what": TYPED}
    )

    assert response.status_code == 404
    assert [one.text for one in response.context["all_typed"]] == [TYPED]
    assert written_by(lise) == [("Vi finder en praktik", "PLANNED")]


@pytest.mark.parametrize("way", ["moves", "leaves"])
def test_partner_who_no_longer_works_there_is_refused_at_the_next_act(cast, lise, consent, way):
    """The page stands open while the team writes down that Lise works somewhere else."""
    activity, client = write(cast.kim, lise), browser(lise)
    assert client.get(url(cast, "activity", [activity.pk])).status_code == 200
    staff, version = browser(cast.ida), {"version": lise.person.version}
    if way == "leaves":
        staff.post(reverse("staff:doors:partner_leave", args=[lise.person.pk]), version)
    else:
        staff.post(
            reverse("staff:doors:partner_move", args=[lise.person.pk]),
            {**version, "id": new_id(), "organisation": shelter(cast).pk, "role": "Vejleder"},
        )

    response = client.post(url(cast, "activity", [activity.pk]), {"version": 1, "what": TYPED})

    assert response.status_code == 404
    assert [one.text for one in response.context["all_typed"]] == [TYPED]
    assert client.get(url(cast, "citizen")).status_code == 404
    with acting(cast.ida.actor):
        assert PlanActivity.objects.get(pk=activity.pk).what == "Vi finder en praktik"


def shelter(cast):
    with acting(cast.ida.actor):
        return add_organisation(
            id=new_id(),
            municipality=cast.municipality,
            kind="SHELTER",
            name="Herberget",
            by=cast.ida.actor,
            at=now(),
        )
