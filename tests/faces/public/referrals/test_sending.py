"""Sending a referral: what is received, what is refused kindly, and that nothing typed is lost."""

import pytest
from django.test import Client
from django.urls import reverse

from hjemmebane.domain.courses.queries import cpr_of_referral
from hjemmebane.faces.public.referrals import views
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.faces.public.referrals.conftest import WORDS, sent_back
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR

FORM = "/henvis/"


def assert_kept(response, stranger, status=422):
    """Refused: nothing is written, and every word stands in the form."""
    page = response.content.decode()
    assert response.status_code == status
    assert [word for word in WORDS.values() if word.split("\n")[0] not in page] == []
    assert stranger.referrals() == []


def test_form_is_open_and_asks_in_few_queries(cast, django_assert_num_queries):
    with django_assert_num_queries(3):  # the teams, in a transaction
        response = Client().get(FORM)

    assert response.status_code == 200
    assert "Team et, Aabenby" in words(response)
    assert "UNDEFINED" not in response.content.decode()
    assert 'name="attachments"' not in response.content.decode()


def test_login_page_and_every_foot_lead_to_the_form(cast):
    for page in ("/login/", "/privatliv/"):
        assert f'href="{FORM}"' in Client().get(page).content.decode()


def test_sent_referral_is_received_and_its_code_shown(stranger):
    response = stranger.sends(cpr=KIMS_CPR, wishes="En have", citizen_knows="on")

    assert (response.status_code, response["Location"]) == (302, "/henvis/kvittering/")
    [referral] = stranger.referrals()
    assert referral.pk == stranger.key
    assert (referral.citizen_name, referral.wishes) == ("Manden ved stationen", "En have")
    assert referral.citizen_knows
    with acting(stranger.cast.ida.actor):
        assert cpr_of_referral(referral) == KIMS_CPR.replace("-", "")
    receipt = stranger.receipt()
    assert stranger.code in words(receipt)
    assert "Team et har fået din henvisning" in words(receipt)
    assert receipt["Cache-Control"] == "no-store, private"


def test_the_session_holds_no_code_and_no_words(stranger):
    stranger.sends()

    kept = str(dict(stranger.client.session))
    assert stranger.code not in kept
    assert WORDS["citizen_name"] not in kept


def test_receipt_is_for_this_browser_and_a_while(stranger, monkeypatch):
    stranger.sends()
    assert stranger.code not in words(Client().get("/henvis/kvittering/"))

    session = stranger.client.session
    session["referral"] = {**session["referral"], "at": session["referral"]["at"] - 31 * 60}
    session.save()

    assert stranger.code not in words(stranger.receipt())
    assert "Der er ingen kvittering at vise" in words(stranger.receipt())


def test_staff_who_are_logged_in_may_send_one_as_well(stranger):
    stranger.client = browser(stranger.cast.omar)

    assert stranger.client.get(FORM).status_code == 200
    assert stranger.sends().status_code == 302
    assert stranger.code in words(stranger.receipt())
    assert len(stranger.referrals()) == 1


def test_form_sent_twice_is_one_referral_with_one_receipt(stranger):
    assert stranger.sends().status_code == 302
    assert stranger.sends().status_code == 302

    assert stranger.code in words(stranger.receipt())
    assert len(stranger.referrals()) == 1


def test_double_click_is_one_referral(stranger):
    """The second arrives before the first has been answered, so without its session."""
    stranger.sends()
    stranger.client = Client()

    assert stranger.sends().status_code == 302
    assert stranger.code in words(stranger.receipt())
    assert len(stranger.referrals()) == 1


def test_form_sent_again_with_other_words_drops_none(stranger):
    stranger.sends()

    again = stranger.sends(why="Noget helt andet")

    assert again.status_code == 422
    assert "Noget helt andet" in again.content.decode()
    assert stranger.sends(why="Noget helt andet", **sent_back(again)).status_code == 422  # too fast
    assert len(stranger.referrals()) == 1
    assert sent_back(again)["id"] != str(stranger.key)


def test_key_that_was_not_issued_tells_nothing_of_whether_it_is_taken(stranger):
    stranger.sends()
    taken, stranger.client = str(stranger.key), Client()
    stranger.opened()

    for key in (taken, str(new_id())):
        response = stranger.sends(id=key)
        assert response.status_code == 422
        assert "Noget gik tabt på vejen" in words(response)
        assert "kvittering" not in response.headers.get("Location", "")
    assert len(stranger.referrals()) == 1


@pytest.mark.parametrize("issued", ["", "noget", "e30:AAAA"])
def test_form_without_its_issue_is_kept_and_gets_a_new_key(stranger, issued):
    response = stranger.sends(issued=issued)

    assert_kept(response, stranger)
    assert sent_back(response)["id"] != str(stranger.key)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"cpr": "070761"}, "CPR-nummeret skal have 10 cifre"),
        ({"cpr": "310299-1234"}, "ikke en dato"),
        ({"referrer_phone": ""}, "Skriv et telefonnummer eller en e-mail"),
        ({"referrer_email": "rie"}, "Skriv en hel e-mailadresse"),
        ({"wishes": "æ" * 10_001}, "10000"),
        ({"wishes": "a\x00b"}, "Der er et tegn i teksten"),
        ({"citizen_name": ""} | {"where": WORDS["citizen_name"]}, "Borgerens navn"),
        ({"team": str(new_id())}, "Vælg, hvilket team"),
        ({"team": "et"}, "Vælg, hvilket team"),
        ({"team": ""}, "Vælg, hvilket team"),
        ({"homepage": "https://example.org"}, "Et felt, som skal stå tomt"),
    ],
)
def test_refusal_is_a_sentence_and_keeps_everything(stranger, changes, sentence):
    if "referrer_phone" in changes:
        changes = {**changes, "referrer_workplace": f"Varmestuen {WORDS['referrer_phone']}"}

    response = stranger.sends(**changes)

    assert_kept(response, stranger)
    assert sentence in words(response)


def test_cpr_with_a_birthday_to_come_is_refused(stranger):
    response = stranger.sends(cpr="241236-4000")

    assert_kept(response, stranger)
    assert "ligger ude i fremtiden" in words(response)


def test_decoy_comes_back_empty_so_that_a_person_can_send_again(stranger):
    response = stranger.sends(homepage="https://example.org")

    assert "example.org" not in response.content.decode()
    assert stranger.sends(homepage="").status_code == 302


def test_form_filled_in_faster_than_a_person_writes_is_kept(stranger):
    stranger.opened(seconds_ago=1)

    response = stranger.sends()

    assert_kept(response, stranger)
    assert "Det gik meget hurtigt" in words(response)


def test_eleventh_referral_in_an_hour_is_kept_and_told_why(stranger):
    for _ in range(10):
        stranger.opened()
        assert stranger.sends().status_code == 302
    stranger.opened()

    response = stranger.sends()

    assert response.status_code == 429
    assert "Der er sendt mange henvisninger herfra" in words(response)
    assert WORDS["difficulties"].split("\n")[0] in response.content.decode()
    assert len(stranger.referrals()) == 10


def test_refusals_are_logged_without_what_was_typed(stranger, caplog):
    caplog.set_level("INFO")
    stranger.sends(homepage="x", cpr=KIMS_CPR)
    stranger.opened(seconds_ago=0)
    stranger.sends()

    logged = caplog.text
    assert "DECOY_FILLED" in logged
    assert "TOO_FAST" in logged
    assert WORDS["citizen_name"] not in logged
    assert KIMS_CPR not in logged


def test_broken_token_is_kept_and_can_be_sent_again_without_a_login(stranger):
    stranger.client = Client(enforce_csrf_checks=True)
    stranger.client.get(FORM)

    response = stranger.client.post(
        FORM, {**stranger.form, "cpr": KIMS_CPR}, headers={"Origin": "http://testserver"}
    )

    assert_kept(response, stranger, status=403)
    assert "Siden var blevet for gammel" in words(response)
    assert "Log ind i en ny fane" not in words(response)
    assert KIMS_CPR not in words(response)
    assert f'name="issued" value="{stranger.form["issued"]}"' in response.content.decode()


def test_thirty_megabytes_are_refused_before_they_are_read(cast):
    response = Client().post(
        FORM, b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(30 * 1024**2)
    )

    assert response.status_code == 413
    assert "større end 6 MB" in words(response)


def test_choice_of_a_team_is_not_shown_when_there_is_one(stranger, monkeypatch):
    [one, _two] = views.receiving_teams()
    monkeypatch.setattr(views, "receiving_teams", lambda: [one])

    page = stranger.client.get(reverse("public:referrals:new"))

    assert f'<input type="hidden" name="team" value="{one.id}"' in page.content.decode()
    assert "Hvem får henvisningen?" not in words(page)


@pytest.mark.django_db
def test_without_teams_the_page_says_whom_to_call(monkeypatch):
    monkeypatch.setattr(views, "receiving_teams", list)

    assert "Intet team tager imod endnu" in words(Client().get(FORM))
