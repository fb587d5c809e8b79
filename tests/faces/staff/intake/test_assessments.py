"""The target group assessment and the decision: a draft until it is whole, and then for good."""

import io

import pytest
from pypdf import PdfReader

from hjemmebane.domain.courses.choices import CourseRefusal, IntakeRefusal
from hjemmebane.domain.courses.models import Decision, TargetGroupAssessment
from hjemmebane.domain.courses.queries import criteria_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words

REASON = "Vi kender ham fra gaden"


@pytest.fixture
def begun(cast, address, early):
    """A draft with nothing in it, and its address."""
    key = new_id()
    browser(cast.ida).post(address("assessment_begin", early.pk), {"id": key})
    return address("assessment", early.pk, key)


def whole(cast, **changes):
    answers = {one.code: "YES" for one in criteria_of(cast.team_one)}
    reasons = {f"{code}_reason": REASON for code in answers}
    return {"version": 1, "gathered": "Sover ude", **answers, **reasons, **changes}


def stored(cast):
    with acting(cast.ida.actor):
        return TargetGroupAssessment.objects.get()


def decided(**changes):
    return {
        "id": new_id(),
        "outcome": "LIGHTER",
        "reason": "En bostøtte kan nå dig",
        "decided_on": "2025-06-02",
        "legal_basis": "SEL_85",
        "supplier_wish": "",
        "supplier_reason": "",
        "left_shelter_on": "",
        **changes,
    }


def decision_address(address, assessment):
    return address("decision_new", assessment.early_contact_id, assessment.pk)


def test_assessment_is_begun_once(cast, address, early, begun):
    again = browser(cast.ida).post(address("assessment_begin", early.pk), {"id": new_id()})

    assert again["Location"] == begun
    assert stored(cast).completed_at is None


def test_half_filled_form_is_kept_and_shown_until_it_is_done(cast, address, early, begun):
    client = browser(cast.ida)

    response = client.post(begun, {"version": 1, "AGE": "YES", "risks": "Fald"})

    assert response["Location"] == address("early", early.pk)
    assert "ikke færdig" in words(client.get("/henvisninger/"))
    drafts = client.get("/tavlen/").context["page"].drafts
    assert [link.url for link in drafts] == [begun]
    form = client.get(begun).context["form"]
    assert (form["AGE"].value(), form["risks"].value()) == ("YES", "Fald")


def test_whole_form_is_done_and_leads_on_to_the_decision(cast, address, early, begun):
    client = browser(cast.ida)

    response = client.post(begun, whole(cast, done="1"))

    key = stored(cast).pk
    assert response["Location"] == address("decision_new", early.pk, key)
    assert client.get(begun)["Location"] == address("early", early.pk)
    assert client.get("/tavlen/").context["page"].drafts == []
    refused = client.post(begun, whole(cast, version=3))
    assert refused.status_code == 422
    assert IntakeRefusal.COMPLETED.label in words(refused)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"AGE": ""}, IntakeRefusal.ANSWERS_MISSING.label),
        ({"AGE_reason": " "}, IntakeRefusal.REASONS_MISSING.label),
    ],
)
def test_done_too_early_is_refused_and_the_draft_kept(cast, begun, changes, said):
    client = browser(cast.ida)

    refused = client.post(begun, whole(cast, done="1", **changes))

    assert refused.status_code == 422
    assert said in words(refused)
    assert "Kladden er gemt." in words(refused)
    assert (stored(cast).gathered, stored(cast).completed_at) == ("Sover ude", None)
    version = refused.context["form"]["version"].value()
    assert client.post(begun, whole(cast, done="1", version=version)).status_code == 302


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"AGE": "MAYBE"}, "Valget findes ikke længere. Vælg igen."),
        ({"met_on": "31-02-2025"}, "Skriv en dato, der findes"),
        ({"own_account": "x" * 10_001}, "Denne værdi må højst have 10000 tegn"),
    ],
)
def test_what_cannot_be_read_is_refused_and_kept(cast, begun, changes, said):
    response = browser(cast.ida).post(begun, whole(cast, **changes))

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes
    assert stored(cast).gathered == ""


def test_two_who_write_see_both_texts(cast, begun):
    client = browser(cast.ida)
    client.post(begun, whole(cast))

    overtaken = client.post(begun, whole(cast, gathered="Bor hos en ven"))

    assert overtaken.status_code == 409
    assert {"Sover ude", "Bor hos en ven"} <= {
        text for one in overtaken.context["form"].differences for text in (one.theirs, one.mine)
    }


def test_decision_is_kept_once_and_stands_on_the_page(cast, address, assessment):
    client, sent = browser(cast.ida), decided()
    for _ in range(2):
        response = client.post(decision_address(address, assessment), sent)
        assert response["Location"] == address("early", assessment.early_contact_id)

    read = words(client.get(response["Location"]))
    assert "En lettere hjælp passer bedre" in read
    assert "En bostøtte kan nå dig" in read
    with acting(cast.ida.actor):
        assert Decision.objects.count() == 1


def test_refund_is_told_for_housing_first(cast, address, assessment):
    client = browser(cast.ida)
    sent = decided(outcome="MATCH", legal_basis="SEL_85A", left_shelter_on="2025-05-01")

    response = client.post(decision_address(address, assessment), sent)

    assert response["Location"] == address("start", assessment.early_contact_id)
    read = words(client.get(address("early", assessment.early_contact_id)))
    assert "Refusion til og med 30. april 2027" in read


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"outcome": ""}, "Beslutning: Dette felt er påkrævet."),
        ({"reason": ""}, "Begrundelse: Dette felt er påkrævet."),
        ({"decided_on": "2099-01-01"}, IntakeRefusal.DECIDED_IN_FUTURE.label),
        ({"legal_basis": "SEL_1"}, "Valget findes ikke længere. Vælg igen."),
        (
            {"legal_basis": "SEL_85A", "supplier_wish": "Projekt Udenfor"},
            IntakeRefusal.SUPPLIER_REASON.label,
        ),
    ],
)
def test_decision_is_refused_in_danish_and_kept(cast, address, assessment, changes, said):
    response = browser(cast.ida).post(decision_address(address, assessment), decided(**changes))

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes
    with acting(cast.ida.actor):
        assert Decision.objects.count() == 0


def test_decision_without_a_finished_assessment_is_refused(cast, begun):
    url = f"{begun}beslutning/"
    client = browser(cast.ida)

    assert IntakeRefusal.ASSESSMENT_UNFINISHED.label in words(client.get(url))
    refused = client.post(url, decided())
    assert refused.status_code == 422
    assert IntakeRefusal.ASSESSMENT_UNFINISHED.label in words(refused)


def test_match_for_somebody_under_age_is_refused(cast, address, assessment):
    client = browser(cast.ida)
    edit = {"version": 1, "called": "Den unge", "spotted_on": "2025-06-01"}
    early_id = assessment.early_contact_id
    client.post(address("early_edit", early_id), edit | {"born_on": "2020-01-01"})

    refused = client.post(decision_address(address, assessment), decided(outcome="MATCH"))

    assert refused.status_code == 422
    assert CourseRefusal.UNDER_AGE.label in words(refused)


def test_letter_is_made_of_a_formal_decision_and_of_no_other(cast, address, assessment):
    client, early_id = browser(cast.ida), assessment.early_contact_id
    url = address("letter", early_id, assessment.pk)

    before = client.get(url)
    client.post(decision_address(address, assessment), decided(is_formal="on"))
    letter = client.get(url)

    assert before.status_code == 404
    assert letter["Content-Type"] == "application/pdf"
    assert url in client.get(address("early", early_id)).content.decode()
    text = " ".join(
        " ".join(
            page.extract_text() for page in PdfReader(io.BytesIO(letter.content)).pages
        ).split()
    )
    assert "En bostøtte kan nå dig" in text
    assert "Ankestyrelsen" in text


def test_what_is_not_formal_has_no_letter(cast, address, assessment):
    client, early_id = browser(cast.ida), assessment.early_contact_id
    client.post(decision_address(address, assessment), decided())

    assert client.get(address("letter", early_id, assessment.pk)).status_code == 404
    assert "brev.pdf" not in client.get(address("early", early_id)).content.decode()


@pytest.mark.parametrize("name", ["assessment", "decision_new", "letter"])
@pytest.mark.parametrize("outsider", ["omar", "mette"])
def test_assessment_of_another_team_does_not_exist(cast, address, assessment, name, outsider):
    client = browser(getattr(cast, outsider))

    url = address(name, assessment.early_contact_id, assessment.pk)

    assert client.get(url).status_code == 404


def test_assessment_belongs_to_its_person(cast, address, assessment, match):
    url = address("assessment", match.pk, assessment.pk)

    assert browser(cast.ida).get(url).status_code == 404
