"""The team writes with a partner about what the partner does, and nobody edits it."""

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.plans.choices import ItemKind, PlanRefusal
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR, add_to_plan
from tests.factories.courses import end_today
from tests.factories.partners import close, reply, say, write
from tests.factories.sharing import let_in, open_to


@pytest.fixture
def lise(cast):
    return let_in(cast.lise, cast.ida)


@pytest.fixture
def consent(cast, lise):
    return open_to(cast.job_centre, cast.kim, cast.ida)


@pytest.fixture
def activity(cast, lise, consent):
    return write(cast.kim, lise)


def url(cast, activity, name="thread", case=None):
    case = case or cast.kim
    return reverse(f"staff:messages:{name}", args=[case.citizen.pk, activity.pk])


def plan(cast):
    return reverse("staff:plans:page", args=[cast.kim.citizen.pk])


def told(cast):
    with acting(cast.ida.actor):
        return list(Message.objects.order_by("pk").values_list("side", "text", "seen_by"))


def test_plan_says_whose_it_is_and_offers_to_write_instead_of_mending(cast, activity):
    page = browser(cast.ida).get(plan(cast))

    read = words(page)
    assert "Skrevet af partneren selv" in read
    assert "Lise Jobkonsulent, Jobcenter Aabenby" in read
    assert url(cast, activity) in page.content.decode()
    edit = reverse("staff:plans:item_edit", args=[cast.kim.citizen.pk, "aktivitet", activity.pk])
    assert edit not in page.content.decode()


def edit_of(cast, activity):
    return reverse("staff:plans:item_edit", args=[cast.kim.citizen.pk, "aktivitet", activity.pk])


def test_what_a_partner_wrote_is_read_at_its_address_with_a_way_to_ask(cast, activity):
    page = browser(cast.ida).get(edit_of(cast, activity))

    assert "Det har partneren selv skrevet" in words(page)
    assert "Vi finder en praktik" in words(page)
    assert "Skriv til Lise" in words(page)
    assert url(cast, activity) in page.content.decode()
    assert "<textarea" not in page.content.decode()


def test_what_a_partner_wrote_is_not_mended_by_its_address_either(cast, activity):
    with acting(cast.ida.actor):
        idas = add_to_plan(cast.kim.plan, cast.ida, ItemKind.ACTIVITY, what="Går med")
    edit, client = edit_of(cast, activity), browser(cast.ida)
    form = client.get(edit_of(cast, idas)).context["form"]
    sent = {
        name: field.value() or ""
        for name, field in ((f.html_name, f) for f in [*form.visible_fields(), form["version"]])
    }

    response = client.post(edit, sent | {"aktivitet-what": "Andet"})

    assert response.status_code == 422
    assert PlanRefusal.PARTNERS_OWN.label in words(response)


def test_what_a_partner_wrote_is_not_removed(cast, activity):
    remove = reverse(
        "staff:plans:item_remove", args=[cast.kim.citizen.pk, "aktivitet", activity.pk]
    )
    client = browser(cast.ida)
    arranged = client.get(plan(cast), {"orden": "oensker-og-maal"})
    assert remove not in arranged.content.decode()

    response = client.post(remove, {"version": 1, "aktivitet-version": 1})

    assert response.status_code == 422
    assert PlanRefusal.PARTNERS_OWN.label in words(response)


def test_message_is_sent_once_and_the_partners_is_read_by_answering(cast, lise, activity):
    say(lise, activity, "Hvornår mødes vi?")
    client, sent = browser(cast.ida), {"id": new_id(), "text": "På tirsdag"}
    assert "Hvornår mødes vi?" in words(client.get(url(cast, activity)))

    for _ in range(2):
        assert client.post(url(cast, activity), sent)["Location"] == url(cast, activity)

    assert told(cast) == [
        ("PARTNER", "Hvornår mødes vi?", cast.ida.user.pk),
        ("TEAM", "På tirsdag", None),
    ]
    assert "Ikke læst endnu" in words(client.get(url(cast, activity)))
    with acting(cast.ida.actor):
        assert Access.objects.filter(what="Beskeder med en samarbejdspartner").exists()


def test_message_is_marked_as_read_in_one_tap(cast, lise, activity):
    say(lise, activity)
    client = browser(cast.bo)

    response = client.post(url(cast, activity, "seen"), follow=True)

    assert "Vi har læst det" not in words(response)
    assert told(cast) == [("PARTNER", "Kan I tage med?", cast.bo.user.pk)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Besked: Dette felt er påkrævet."),
        (f"Det er {KIMS_CPR}", SharingRefusal.CPR_NUMBER.label),
    ],
)
def test_message_is_refused_in_danish_and_kept(cast, activity, text, said):
    response = browser(cast.ida).post(url(cast, activity), {"id": new_id(), "text": text})

    assert response.status_code == 422
    assert said in words(response)
    assert response.context["form"]["text"].value() == text
    assert told(cast) == []


def test_partner_who_was_shut_out_is_not_written_to_and_what_was_said_is_still_read(
    cast, lise, consent, activity
):
    reply(cast.ida, activity, "Hej Lise")
    close(consent, cast.ida)
    client = browser(cast.ida)

    page = client.get(url(cast, activity))
    response = client.post(url(cast, activity), {"id": new_id(), "text": "Er du der?"})

    assert SharingRefusal.PARTNER_SHUT_OUT.label in words(page)
    assert "Hej Lise" in words(page)
    assert "<textarea" not in page.content.decode()
    assert response.status_code == 422
    assert response.context["form"]["text"].value() == "Er du der?"


def test_ended_course_is_written_about_no_more(cast, activity):
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)
    client = browser(cast.ida)

    assert "<textarea" not in client.get(url(cast, activity)).content.decode()
    response = client.post(url(cast, activity), {"id": new_id(), "text": "Hej"})

    assert response.status_code == 422
    assert told(cast) == []


def test_thread_of_another_team_or_citizen_does_not_exist(cast, activity):
    assert browser(cast.omar).get(url(cast, activity)).status_code == 404
    assert browser(cast.omar).get(url(cast, activity, case=cast.noor)).status_code == 404
    assert browser(cast.omar).post(url(cast, activity, "seen")).status_code == 404
    assert browser(cast.omar).post(url(cast, activity, "close")).status_code == 404


def closing(client, cast, activity, **changes):
    form = client.get(url(cast, activity)).context["page"].close
    sent = {"version": form.initial["version"], "status": "DROPPED", "reason": "Kim sagde stop"}
    sent |= changes
    data = {f"luk-{name}": value for name, value in sent.items()}
    return client.post(url(cast, activity, "close"), data, follow=True)


def test_team_settles_what_a_partner_left_and_says_why(cast, lise, consent, activity):
    client = browser(cast.ida)
    assert client.get(url(cast, activity)).context["page"].close is None
    close(consent, cast.ida)

    response = closing(client, cast, activity)

    assert "Lagt væk Lukket af teamet, fordi: Kim sagde stop" in words(response)
    assert response.context["page"].close is None
    assert "Lukket af teamet, fordi: Kim sagde stop" in words(client.get(plan(cast)))
    assert "Vi finder en praktik" in words(client.get(plan(cast)))


def test_reason_is_asked_for_and_what_was_chosen_is_kept(cast, consent, activity):
    close(consent, cast.ida)

    response = closing(browser(cast.ida), cast, activity, reason="", status="DONE")

    assert response.status_code == 422
    assert "Hvorfor lukker I det?: Dette felt er påkrævet." in words(response)
    assert response.context["page"].close["status"].value() == "DONE"


def test_team_does_not_settle_what_the_partner_still_can(cast, consent, activity):
    data = {"luk-version": 1, "luk-status": "DONE", "luk-reason": "Vi tror det"}

    response = browser(cast.ida).post(url(cast, activity, "close"), data)

    assert response.status_code == 422
    assert SharingRefusal.STILL_THEIRS.label in words(response)
    assert "Vi tror det" in response.content.decode()
