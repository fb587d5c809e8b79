import datetime as dt
import io

import pytest
from pypdf import PdfReader

from hjemmebane.domain.citizens.actions import describe_life_situation
from hjemmebane.domain.plans.actions import add_item, change_plan, record_agreement
from hjemmebane.domain.plans.choices import AgreementStance, ItemKind, ResponsibleKind
from hjemmebane.domain.plans.queries import plan_of
from hjemmebane.faces.documents.plan_document import plan_pdf
from hjemmebane.faces.documents.simple_plan_document import simple_plan_pdf
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import KIMS_CPR, NOW

EVERYTHING = {
    ItemKind.RESOURCE: {"text": "Kan lave mad til mange", "area": "DAILY_ACTIVITIES"},
    ItemKind.OTHER_PLAN: {
        "kind": "SECTION_141",
        "owner": "Voksenafdelingen",
        "is_accepted": True,
        "is_coordinated": True,
    },
    ItemKind.OTHER_EFFORT: {"who": "Varmestuen", "what": "Mad tre gange om ugen"},
    ItemKind.ASSESSMENT: {"kind": "SOMATIC", "status": "ORDERED", "barrier": "Venteliste"},
    ItemKind.CONTRIBUTION: {"line": "NURSE", "text": "Ser til såret hver fredag"},
    ItemKind.REFLECTION: {"kind": "WORKS", "text": "At I skriver, før I kommer"},
    ItemKind.MEETING: {
        "held_on": dt.date(2025, 5, 5),
        "participants": [("Kim Krog", "borger"), ("Ida", "bostøtte")],
    },
}


WORDS = [
    "Kim Krog",
    KIMS_CPR,
    "5. maj 2025",
    "Kim Krog, borger",
    "Ja, 3. marts 2025 (mundtligt)",
    "Ida, bostøtte",
    "§ 141-handleplan, Voksenafdelingen",
    "taget imod, samordnet med denne plan",
    "Somatisk: bestilt. Venteliste",
    "Varmestuen: Mad tre gange om ugen",
    "Sover på sofaer",
    "Gæld til teleselskabet",
    "Min egen dør *at lukke* #let",
    "Kan lave mad til mange",
    "Ser til såret hver fredag",
    "Et hjem, der holder",
    "Flytte i egen lejlighed",
    "Nøglen er i lommen",
    "Skrive sig på listen",
    "Taler boligindskud igennem",
    "Lise, Jobcenter Aabenby",
    "At I skriver, før I kommer",
    "Det går den rigtige vej",
    "Uenig, 5. maj 2025",
    "Jeg vil hellere bo på landet",
]


def add(plan, kind_of_item, actor, **values):
    return add_item(id=new_id(), plan=plan, kind=kind_of_item, values=values, by=actor, at=NOW)


@pytest.fixture
def plan(as_ida):
    """Kim's plan with something in every field of the template."""
    actor, kim = as_ida.ida.actor, as_ida.kim
    opened = kim.plan
    change_plan(
        plan=opened,
        changes={
            "purpose": "Et hjem, der holder",
            "guiding_purposes": ["STABILITY_WELLBEING"],
            "cross_professional_evaluation": "Det går den rigtige vej",
        },
        version=opened.version,
        by=actor,
        at=NOW,
    )
    wish = add(opened, ItemKind.WISH, actor, text="Min egen dør *at lukke* #let")
    for kind, values in EVERYTHING.items():
        add(opened, kind, actor, **values)
    goal = add(
        opened,
        ItemKind.GOAL,
        actor,
        text="Flytte i egen lejlighed",
        measure="Nøglen er i lommen",
        responsible_kind=ResponsibleKind.STAFF,
        staff_member=as_ida.ida.staff_member,
        wishes=[wish],
    )
    add(opened, ItemKind.SUB_GOAL, actor, goal=goal, text="Skrive sig på listen")
    add(
        opened,
        ItemKind.ACTIVITY,
        actor,
        goal=goal,
        what="Taler boligindskud igennem",
        how_often="Én gang",
        responsible_kind=ResponsibleKind.PARTNER,
        partner_person=as_ida.lise,
    )
    record_agreement(
        id=new_id(),
        plan=opened,
        stance=AgreementStance.DISAGREES,
        reason="Jeg vil hellere bo på landet",
        said_on=dt.date(2025, 5, 5),
        by=actor,
        at=NOW,
    )
    describe_life(kim.citizen, actor)
    return plan_of(kim.course.pk)


def describe_life(citizen, actor):
    for area, text in (("HOUSING", "Sover på sofaer"), ("ECONOMY", "Gæld til teleselskabet")):
        describe_life_situation(
            id=new_id(), citizen=citizen, area=area, text=text, by=actor, at=NOW
        )


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


def test_plan_is_tagged_and_danish(plan):
    document = read(plan_pdf(plan, at=NOW))
    assert document.root_object["/MarkInfo"]["/Marked"].value is True
    assert document.root_object["/Lang"] == "da"
    assert document.metadata.title == "Plan for Kim Krog"
    assert document.metadata.author == "Team et"
    assert b"pdfuaid:part" in document.root_object["/Metadata"].get_data()


def test_plan_prints_every_field(plan):
    printed = text_of(plan_pdf(plan, at=NOW))
    assert [words for words in WORDS if words not in printed] == []


def test_plan_ticks_what_was_chosen(plan):
    printed = text_of(plan_pdf(plan, at=NOW))
    assert "Livet bliver roligere, og borgeren får det bedre. Ja" in printed
    assert "Daglige aktiviteter Ja" in printed
    assert "Socialt netværk Nej" in printed


def test_bare_plan_prints_the_whole_template(as_ida):
    printed = text_of(plan_pdf(plan_of(as_ida.kim.course.pk), at=NOW))
    assert printed.count("Ikke udfyldt") >= 20  # nine life areas, seven contributions and more


def test_same_plan_gives_the_same_file(plan):
    assert plan_pdf(plan, at=NOW) == plan_pdf(plan, at=NOW)


def test_simple_plan_speaks_the_citizens_words(plan):
    printed = text_of(simple_plan_pdf(plan, at=NOW))
    assert "Min plan – Kim" in printed
    assert "Min egen dør" in printed
    assert "Skrive sig på listen" in printed
    assert KIMS_CPR not in printed
    assert "Krog" not in printed


def test_simple_plan_stays_on_one_page_whatever_it_holds(plan, as_ida):
    actor = as_ida.ida.actor
    for _ in range(6):
        add(plan, ItemKind.WISH, actor, text="ønske " * 1_600)
        goal = add(plan, ItemKind.GOAL, actor, text="mål " * 400)
        for _ in range(6):
            add(plan, ItemKind.SUB_GOAL, actor, goal=goal, text="delmål " * 140)
            add(plan, ItemKind.ACTIVITY, actor, goal=goal, what="aktivitet " * 90)
    assert len(read(simple_plan_pdf(plan, at=NOW)).pages) == 1


def test_simple_plan_of_a_bare_plan_is_a_page(as_ida):
    document = read(simple_plan_pdf(plan_of(as_ida.kim.course.pk), at=NOW))
    assert len(document.pages) == 1


@pytest.mark.parametrize("odd", ["😀", "我想要", "\x07", "ไทย"])
def test_letters_that_no_typeface_has_do_not_stop_the_paper(plan, as_ida, odd):
    add(plan, ItemKind.WISH, as_ida.ida.actor, text=f"Glæde {odd} hver dag")

    assert "Glæde □" in text_of(plan_pdf(plan, at=NOW))
    assert "hver dag" in text_of(simple_plan_pdf(plan, at=NOW))
