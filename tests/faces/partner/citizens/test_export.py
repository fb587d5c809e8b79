"""A partner carries their own part away: as text and as PDF, and that they did is logged."""

import io

from django.urls import reverse
from pypdf import PdfReader

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.foundation.actors import acting
from tests.factories.browsing import browser
from tests.factories.cast import add_to_plan
from tests.factories.partners import agree, close, reply, write
from tests.factories.sharing import hire, open_to


def url(cast, name):
    return reverse(f"partner:citizens:{name}", args=[cast.kim.citizen.pk])


def text_of(cast, partner):
    return browser(partner).get(url(cast, "text")).context["text"]


def readings(cast, partner):
    with acting(cast.ida.actor):
        rows = Access.objects.filter(actor=partner.actor.key)
        return list(rows.values_list("what", "consent_id"))


def test_text_holds_my_part_and_nobody_elses(cast, lise, consent):
    activity = write(cast.kim, lise, values={"what": "Vi ringer", "how_often": "Hver uge"})
    write(cast.kim, hire(cast.job_centre, "Per", cast.ida), values={"what": "Pers"})
    agree(cast.kim, lise)
    reply(cast.ida, activity, "Hvordan går det?")

    text = text_of(cast, lise)

    for told in (
        "Vores del af planen: Kim Krog",
        "Lise, Jobcenter Aabenby.",
        "Fælles plan. Mål og delmål",
        "MÅL: En tur om ugen",
        "Ønske: “Kim vil gerne ud at gå”",
        "Delmål: Ned i gården (i gang)",
        "- Vi ringer (aftalt)\n  Hver uge\n",
        "Ida, teamet: Hvordan går det?",
        "· Samtale",
    ):
        assert told in text
    assert "Pers" not in text
    assert readings(cast, lise) == [("Egen del som tekst", consent.pk)]


def test_goals_i_do_nothing_for_are_left_out(cast, lise):
    with acting(cast.ida.actor):
        flat = add_to_plan(cast.kim.plan, cast.ida, ItemKind.GOAL, text="Eget sted", wishes=[])
    open_to(cast.job_centre, cast.kim, cast.ida, goals=[cast.kim.goal.pk, flat.pk])
    write(cast.kim, lise)

    assert "Eget sted" not in text_of(cast, lise)


def test_what_i_do_for_a_closed_goal_is_still_mine(cast, lise, consent):
    write(cast.kim, lise)
    close(consent, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida, scope=["APPOINTMENTS"], goals=[])

    text = text_of(cast, lise)

    assert "ANDET, VI GØR\n- Vi finder en praktik (aftalt)" in text
    assert "En tur om ugen" not in text


def test_paper_says_the_same_and_is_tagged(cast, lise, consent):
    activity = write(cast.kim, lise)
    agree(cast.kim, lise)
    reply(cast.ida, activity, "*Ingen* opmærkning")

    response = browser(lise).get(url(cast, "paper"))

    document = PdfReader(io.BytesIO(response.content))
    text = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    assert response["Content-Type"] == "application/pdf"
    assert document.root_object["/MarkInfo"]["/Marked"].value is True
    assert document.metadata.title == "Vores del af planen: Kim Krog"
    for told in ("En tur om ugen", "Vi finder en praktik", "*Ingen* opmærkning", "Samtale"):
        assert told in text
    assert readings(cast, lise) == [("PDF af egen del", consent.pk)]
