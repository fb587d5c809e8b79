"""A referral: read whole but for the number, asked about once, and said to be about somebody."""

from dataclasses import replace

import pytest

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.courses.actions import PUBLIC_REFERRAL, answer_referral, take_up_referral
from hjemmebane.domain.courses.choices import IntakeRefusal
from hjemmebane.domain.courses.models import EarlyContact, Referral
from hjemmebane.domain.courses.queries import attachments_of, receipt_code
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR, NOW, let_join
from tests.factories.courses import MATCH, assessed
from tests.factories.intake import DETAILS, NOTE, REFERRED_CPR, referred, taken_up


def stored(cast):
    with acting(cast.ida.actor):
        return Referral.objects.get()


def attached(cast, key):
    with acting(cast.ida.actor):
        return attachments_of(key).get().pk


def test_referral_is_read_whole_and_its_number_is_not_there(cast, address, referral_id):
    response = browser(cast.ida).get(address("referral", referral_id))

    read = words(response)
    for told in ("Ingen andre når ham", "Vil have en hund", "Mia Holm", "Parken om aftenen"):
        assert told in read
    assert REFERRED_CPR.replace("-", "") not in response.content.decode().replace("-", "")


def test_number_is_shown_against_a_reason(cast, address, referral_id):
    client, url = browser(cast.ida), address("referral_cpr", referral_id)

    refused = client.post(url, {"reason": ""})
    shown = client.post(url, {"reason": "Slår op i registeret"})

    assert (refused.status_code, shown.status_code) == (422, 200)
    assert REFERRED_CPR not in words(refused)
    assert REFERRED_CPR in words(shown)


def test_attachment_is_a_file_and_never_a_page(cast, address, referral_id):
    url = address("attachment", referral_id, attached(cast, referral_id))

    response = browser(cast.ida).get(url)

    assert response.content == NOTE.content
    assert response["Content-Disposition"].startswith("attachment; ")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store, private"
    other = referred(cast.team_one)
    assert browser(cast.ida).get(url.replace(str(referral_id), str(other))).status_code == 404


def test_question_is_asked_once_and_the_answer_stands_beside_it(cast, address, referral_id):
    client, url = browser(cast.ida), address("ask", referral_id)

    assert (
        client.post(url, {"version": 1, "question": "Hvornår er han i parken?"}).status_code == 302
    )
    again = client.post(url, {"version": 2, "question": "Og om morgenen?"})
    with acting(PUBLIC_REFERRAL):
        answer_referral(
            code=receipt_code(referral_id), answer="Efter ti", by=PUBLIC_REFERRAL, at=NOW
        )
    read = words(client.get(address("referral", referral_id)))

    assert again.status_code == 422
    assert IntakeRefusal.ALREADY_ASKED.label in words(again)
    assert "Og om morgenen?" in again.content.decode()
    assert "Hvornår er han i parken?" in read
    assert "Efter ti" in read


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ({"version": 1, "question": ""}, 422, "Skriv, hvad du vil spørge om."),
        ({"version": 1, "question": "x" * 2_001}, 422, "Denne værdi må højst have 2000 tegn"),
        ({"version": 7, "question": "Hvor?"}, 409, "En anden har rettet henvisningen imens."),
    ],
)
def test_question_is_refused_and_kept(cast, address, referral_id, typed, status, said):
    response = browser(cast.ida).post(address("ask", referral_id), typed)

    assert response.status_code == status
    assert said in words(response)
    assert response.context["page"].ask_form["question"].value() == typed["question"]
    assert stored(cast).question == ""


def test_referral_is_taken_up_once(cast, address, referral_id):
    client, sent = browser(cast.ida), {"id": new_id(), "version": 1}

    answers = [client.post(address("take_up", referral_id), sent) for _ in range(2)]
    other = client.post(address("take_up", referral_id), {"id": new_id(), "version": 2})

    assert [answer["Location"] for answer in answers] == [address("early", sent["id"])] * 2
    assert other.status_code == 422
    assert IntakeRefusal.ALREADY_TAKEN_UP.label in words(other)
    with acting(cast.ida.actor):
        assert EarlyContact.objects.count() == 1


def test_duplicate_is_joined_by_a_person_and_not_before(cast, address, referral_id):
    with acting(cast.ida.actor):
        early = taken_up(referral_id, cast.ida)
    again, client = referred(cast.team_one), browser(cast.ida)

    page = client.get(address("referral", again))
    with acting(cast.ida.actor):
        before = Referral.objects.get(pk=again).early_contact
    joined = client.post(address("join", again), {"version": 1, "same": early.pk})

    assert "Måske den samme" in words(page)
    assert before is None
    assert joined.status_code == 302
    with acting(cast.ida.actor):
        assert Referral.objects.get(pk=again).early_contact == early


def test_citizen_known_by_number_is_shown_joined_and_logged(cast, address):
    key, client = referred(cast.team_one, cpr=KIMS_CPR), browser(cast.ida)
    kim = cast.kim.citizen

    page = client.get(address("referral", key))
    client.post(address("join", key), {"version": 1, "same": kim.pk})
    client.get(address("referral", key))

    assert "Kim Krog" in words(page)
    assert stored(cast).citizen_id == kim.pk
    with acting(cast.ida.actor):
        read = list(Access.objects.order_by("pk").values_list("citizen_id", "what"))
    matched = (kim.pk, "Måske den samme som i en henvisning")
    assert read[0] == matched
    assert len(read) == 2


@pytest.mark.parametrize("same", ["", "hovsa", "somebody else"])
def test_referral_is_joined_to_nobody_who_was_not_shown(cast, address, referral_id, same):
    wanted = cast.kim.citizen.pk if same == "somebody else" else same

    response = browser(cast.ida).post(address("join", referral_id), {"version": 1, "same": wanted})

    assert response.status_code == 422
    assert stored(cast).citizen_id is None


@pytest.mark.parametrize("name", ["referral", "referral_cpr", "ask", "take_up", "join"])
@pytest.mark.parametrize("outsider", ["omar", "mette"])
def test_referral_of_another_team_does_not_exist(cast, address, referral_id, name, outsider):
    client, url = browser(getattr(cast, outsider)), address(name, referral_id)
    sent = {"id": new_id(), "version": 1, "question": "Hvor?", "reason": "Vil vide det"}

    met = {client.post(url, sent).status_code, client.get(url).status_code}

    assert met <= {404, 405}
    assert 404 in met


def test_attachment_of_another_team_does_not_exist(cast, address, referral_id):
    url = address("attachment", referral_id, attached(cast, referral_id))

    assert browser(cast.omar).get(url).status_code == 404


@pytest.fixture
def known_elsewhere(cast, address):
    """A referral to team one that Ida, who is in both, has joined to a citizen of team two."""
    with acting(OPERATIONS):
        let_join(cast.team_two, cast.ida, CoreFunction.HEALTH)
    noor = cast.noor.citizen
    key = referred(cast.team_one, details=replace(DETAILS, citizen_name=str(noor)))
    browser(cast.ida).post(address("join", key), {"version": 1, "same": noor.pk})
    with acting(cast.ida.actor):
        assert Referral.objects.get().citizen_id == noor.pk
    return key


def test_citizen_known_in_another_team_hides_nothing_from_this_one(cast, address, known_elsewhere):
    client, number = browser(cast.bo), address("referral_cpr", known_elsewhere)
    taken = {"version": 2, "id": new_id()}

    early = client.post(address("take_up", known_elsewhere), taken)["Location"]
    shown = client.post(number, {"reason": "Slår op i registeret"})

    pages = (address("page"), address("referral", known_elsewhere), early)
    assert [client.get(page).status_code for page in pages] == [200, 200, 200]
    assert REFERRED_CPR in words(shown)


def test_course_of_one_known_in_another_team_is_left_to_somebody_in_both(
    cast, address, known_elsewhere
):
    with acting(cast.ida.actor):
        referral = Referral.objects.get()
        early = take_up_referral(
            id=new_id(), referral=referral, version=2, by=cast.ida.actor, at=NOW
        )
        assessment = assessed(early, cast.ida)
    decision = address("decision_new", early.pk, assessment.pk)
    start = address("start", early.pk)
    typed = {"started_on": today(), "legal_basis": "SEL_85", "consent_how_given": "ORALLY"}

    decided = browser(cast.bo).post(
        decision, {"id": new_id(), **vars(MATCH), "left_shelter_on": ""}
    )
    refused = browser(cast.bo).post(start, {"id": new_id(), "origin": "Gaden", **typed})
    started = browser(cast.ida).post(start, {"id": new_id(), "origin": "Gaden", **typed})

    assert decided["Location"] == start
    assert refused.status_code == 422
    assert IntakeRefusal.KNOWN_ELSEWHERE.label in words(refused)
    assert started.status_code == 302
