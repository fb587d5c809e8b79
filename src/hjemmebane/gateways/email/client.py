"""Handing a letter to the mail server this installation has named."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage


class MailDown(Exception):
    """The mail server did not take the letter; nobody has got it."""


def is_in_use() -> bool:
    """Whether letters are sent from here at all."""
    return bool(settings.SENDS_EMAIL)


def send(*, to: str, subject: str, text: str) -> None:
    """Hand over a letter. Raises MailDown when it was not taken, or nothing is sent from here.

    It may take as long as the server does: send after the transaction.
    """
    if not is_in_use():
        raise MailDown("HJEMMEBANE_EMAIL_HOST is not set")
    try:
        EmailMessage(subject=subject, body=text, to=[to]).send()
    except (SMTPException, OSError) as error:
        raise MailDown(type(error).__name__) from error
