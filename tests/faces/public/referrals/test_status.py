"""With the code: where the referral stands, one answer, and no door to anything else."""

from http import HTTPStatus

import pytest
from django.urls import get_resolver

from hjemmebane.config.audiences import OPEN_ROUTES
from hjemmebane.domain.courses.actions import ask_referrer
from hjemmebane.domain.courses.choices import ReferralStatus
from hjemmebane.domain.courses.models import Referral
from hjemmebane.foundation.actors import acting
from tests.architecture.test_routes import routes
from tests.faces.public.referrals.conftest import WORDS
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR, NOW

QUESTION = "Hvornår træffer man ham bedst?"
STATUS = "/henvis/status/"


@pytest.fixture
def referrer(stranger):
    stranger.sends(cpr=KIMS_CPR)
    return stranger


def ask(referrer):
    ida = referrer.cast.ida.actor
    with acting(ida):
        ask_referrer(referral=Referral.objects.get(), question=QUESTION, version=1, by=ida, at=NOW)


def put(referrer, status):
    with acting(referrer.cast.ida.actor):
        Referral.objects.update(status=status)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (ReferralStatus.RECEIVED, "ser på den, så snart de kan."),
        (ReferralStatus.UNDER_WAY, "Teamet er ved at finde ud af"),
        (ReferralStatus.DECIDED, "De giver dig besked, hvis borgeren har sagt ja til det."),
    ],
)
def test_code_tells_where_it_stands_and_never_the_case(referrer, status, sentence):
    put(referrer, status)

    response = referrer.asks(referrer.code.lower())

    assert response.status_code == 200
    assert "Team et fik din henvisning" in words(response)
    assert sentence in words(response)
    page = response.content.decode()
    assert f'aria-current="step">{status.label}</li>' in page
    secrets = [*WORDS.values(), KIMS_CPR, KIMS_CPR.replace("-", "")]
    assert [word for word in secrets if word.split("\n")[0] in page] == []
    assert "Teamet spørger" not in words(response)


@pytest.mark.parametrize("code", ["AAAA-AAAA-AAAA", "x", "æ" * 10_000, "' OR 1=1 --"])
def test_wrong_code_gets_one_neutral_sentence(referrer, code):
    response = referrer.asks(code)

    assert response.status_code == 422
    assert "Vi kender ikke den kode" in words(response)


def test_no_code_is_asked_for(referrer):
    assert "Skriv koden fra din kvittering" in words(referrer.asks(""))


def test_question_is_shown_and_answered_once(referrer):
    ask(referrer)
    assert QUESTION in words(referrer.asks(referrer.code))

    response = referrer.answers(referrer.code, "Om morgenen")

    assert (response.status_code, response["Location"]) == (302, STATUS)
    assert "Dit svar er sendt til teamet" in words(referrer.client.get(STATUS))
    assert referrer.referrals()[0].answer == "Om morgenen"
    again = referrer.answers(referrer.code, "Nej, om aftenen")
    assert again.status_code == 422
    assert "Spørgsmålet er besvaret" in words(again)
    assert "Nej, om aftenen" in again.content.decode()
    assert referrer.referrals()[0].answer == "Om morgenen"
    assert "Du har svaret" in words(referrer.asks(referrer.code))


def test_question_is_no_longer_asked_once_it_is_decided(referrer):
    ask(referrer)
    put(referrer, ReferralStatus.DECIDED)

    read = words(referrer.asks(referrer.code))
    late = referrer.answers(referrer.code, "Om morgenen")

    assert "Teamet har besluttet" in read
    assert QUESTION not in read
    assert late.status_code == 422
    assert "Der er allerede truffet en beslutning" in words(late)
    assert "Om morgenen" in late.content.decode()
    assert referrer.referrals()[0].answered_at is None


@pytest.mark.parametrize("answer", ["", " ", "æ" * 10_001])
def test_answer_that_cannot_be_kept_comes_back(referrer, answer):
    ask(referrer)

    response = referrer.answers(referrer.code, answer)

    assert response.status_code == 422
    assert answer in response.content.decode()
    assert QUESTION in words(response)
    assert referrer.referrals()[0].answered_at is None


def test_answer_nobody_asked_for_is_refused(referrer):
    response = referrer.answers(referrer.code, "Jeg vil bare sige")

    assert response.status_code == 422
    assert "Teamet har ikke spurgt om noget" in words(response)
    assert "Jeg vil bare sige" in response.content.decode()


@pytest.mark.parametrize("way", ["status", "answer", "empty answer"])
def test_codes_are_tried_twenty_times_and_no_more(referrer, way):
    """An empty answer tries a code too, so it counts like the others."""
    ask(referrer)

    def attempt(code):
        if way == "status":
            return referrer.asks(code)
        return referrer.answers(code, "" if way == "empty answer" else "Hej")

    for _ in range(20):
        assert attempt("AAAA").status_code == 422

    response = attempt(referrer.code)

    assert response.status_code == 429
    assert "Der er prøvet mange koder herfra" in words(response)
    assert "Team et" not in words(response)
    assert QUESTION not in words(response)
    if way == "answer":
        assert "Hej</textarea>" in response.content.decode()


def test_answer_is_posted_only(referrer):
    assert referrer.client.get("/henvis/svar/").status_code == 405


def test_codes_are_in_no_address(referrer):
    ask(referrer)
    page = referrer.asks(referrer.code).content.decode()

    assert f"={referrer.code}" not in page
    assert f"/{referrer.code}" not in page
    assert referrer.client.get(STATUS, {"code": referrer.code}).context["page"] is None


def test_staff_who_are_logged_in_need_the_code_like_anybody(referrer):
    referrer.client = browser(referrer.cast.omar)

    assert "Team et fik din henvisning" in words(referrer.asks(referrer.code))
    assert "Vi kender ikke den kode" in words(referrer.asks("AAAA"))


# Citizens have a door of their own.
LOGINS = ("/login/", "/min-plan/log-ind/")


def asks_for_a_login(answer):
    """By leading to it; a telephone, which reads no pages, is told with a number."""
    return (
        answer.headers.get("Location", "").startswith(LOGINS)
        or answer.status_code == HTTPStatus.UNAUTHORIZED
    )


def test_code_opens_nothing_else(referrer):
    """With a referral in the session and the code at hand, every other route asks for a login."""
    referrer.receipt()
    closed = {name: address for name, address in routes(get_resolver()) if name not in OPEN_ROUTES}

    met = {
        name: referrer.client.get(address, {"code": referrer.code})
        for name, address in closed.items()
    }

    assert len(met) > 30
    assert {name for name, answer in met.items() if not asks_for_a_login(answer)} == set()
