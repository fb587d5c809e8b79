"""Letters are handed over, or the caller hears that they were not."""

import socket

import pytest
from django.core import mail

from hjemmebane.gateways.email.client import MailDown, send

LETTER = {"to": "lise@partner.example", "subject": "Invitation", "text": "Hej"}


def test_letter_is_handed_over():
    send(**LETTER)

    [letter] = mail.outbox
    assert (letter.to, letter.subject, letter.body) == (
        ["lise@partner.example"],
        "Invitation",
        "Hej",
    )
    assert letter.from_email == "hjemmebane@test.example"


def test_server_that_is_away_is_told(settings):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound and never listening
        settings.MAILERS = {
            "default": {
                "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
                "OPTIONS": {"host": "127.0.0.1", "port": nobody.getsockname()[1], "timeout": 2},
            }
        }
        with pytest.raises(MailDown):
            send(**LETTER)


def test_house_without_a_mail_server_says_so(settings):
    settings.SENDS_EMAIL = False

    with pytest.raises(MailDown):
        send(**LETTER)
    assert mail.outbox == []
