"""A letter a day at most to each partner for whom something waits; it never says what."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from hjemmebane.domain.sharing.actions import (
    NEWS_LETTERS,
    give_back_news_letter,
    take_news_letter,
)
from hjemmebane.domain.sharing.queries import partners_to_write_to
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, now
from hjemmebane.foundation.logs import log
from hjemmebane.gateways.email import client as email
from hjemmebane.gateways.email.client import MailDown, send

logger = log(__name__)

SUBJECT = "Nyt i Hjemmebane"
WORKING_DAYS, WORKING_HOURS = range(5), range(8, 17)


@dataclass(frozen=True)
class Posted:
    """How many letters went, and how many wait for the next time."""

    gone: int = 0
    failed: int = 0


def post_news() -> Posted:
    """Write to all for whom it is time. May run at any time, and beside itself."""
    with acting(NEWS_LETTERS):
        people = partners_to_write_to()
    went = [post_to(person_id) for person_id in people]
    return Posted(gone=went.count(True), failed=went.count(False))


def post_news_in_hours() -> Posted:
    """Write to all for whom it is time, when it is a working hour and letters are sent at all."""
    hour = now().astimezone(COPENHAGEN)
    is_working = hour.weekday() in WORKING_DAYS and hour.hour in WORKING_HOURS
    if not (is_working and email.is_in_use() and settings.PUBLIC_ADDRESS):
        return Posted()
    return post_news()


def post_to(person_id: UUID) -> bool | None:
    """Whether the letter went; None when it was not due, as when another job was quicker.

    Marked and committed, then sent: a stop in between loses a letter and never makes two. One that
    the mail server did not take is given back.
    """
    with acting(NEWS_LETTERS):
        email = take_news_letter(person_id=person_id, by=NEWS_LETTERS, at=now())
    if not email:
        return None
    text = render_to_string("operations/news/letter.txt", {"link": link()})
    try:
        send(to=email, subject=SUBJECT, text=text)
    except MailDown as down:
        logger.warning("refused", reason="MAIL_DOWN", why=str(down))
        with acting(NEWS_LETTERS):
            give_back_news_letter(person_id=person_id, by=NEWS_LETTERS, at=now())
        return False
    return True


def link() -> str:
    """The partner's own front page, from which a login leads back to it."""
    return settings.PUBLIC_ADDRESS.rstrip("/") + reverse("partner:citizens:page")
