"""Partners get a letter that says no more than that there is news; once, and again if it failed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection, connections

from hjemmebane.domain.sharing.models import Notice
from hjemmebane.faces.operations.news.letters import Posted, post_news
from hjemmebane.foundation.actors import acting
from tests.factories.sharing import hire, let_in, open_to

NOBODY_THERE = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": "127.0.0.1", "port": 1, "timeout": 2},
    }
}


@pytest.fixture
def lise(cast):
    """Somebody for whom something waits."""
    lise = let_in(cast.lise, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida)
    return lise


def test_letter_says_that_there_is_news_and_nothing_else(lise):
    assert post_news() == Posted(gone=1)

    [letter] = mail.outbox
    assert letter.to == ["lise@partner.example"]
    assert letter.subject == "Nyt i Hjemmebane"
    assert "Der er nyt i Hjemmebane. Log ind for at se det." in letter.body
    assert "https://hjemmebane.test.example/partner/\n" in letter.body


def test_letter_is_not_sent_twice(cast, lise):
    post_news()
    open_to(cast.job_centre, cast.kim, cast.ida)

    assert post_news() == Posted()
    assert len(mail.outbox) == 1


def test_letter_that_failed_is_sent_the_next_time(lise, settings):
    usual, settings.MAILERS = settings.MAILERS, NOBODY_THERE
    assert post_news() == Posted(failed=1)
    with acting(lise.actor):
        assert Notice.objects.filter(mailed_at__isnull=False).count() == 0

    settings.MAILERS = usual

    assert post_news() == Posted(gone=1)


def test_next_day_brings_the_next_letter(committed_db, cast):
    lise = let_in(cast.lise, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida)
    post_news()
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE sharing_notice SET mailed_at = mailed_at - interval '1 day'")
    assert post_news() == Posted()

    open_to(cast.job_centre, cast.kim, cast.ida, person=lise.person)

    assert post_news() == Posted(gone=1)


def test_two_jobs_at_once_send_one_letter_each_partner(committed_db, cast):
    let_in(cast.lise, cast.ida)
    for name in ("Per", "Eva", "Jan"):
        hire(cast.job_centre, name, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida)
    barrier = Barrier(2)

    def post(_number):
        barrier.wait()
        try:
            return post_news()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as jobs:
        posted = list(jobs.map(post, range(2)))

    assert sum(one.gone for one in posted) == 4
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        f"{name}@partner.example" for name in ("eva", "jan", "lise", "per")
    ]


def test_queries_to_find_out_that_nothing_is_due_are_few(cast, lise, django_assert_num_queries):
    for name in ("Per", "Eva"):
        hire(cast.job_centre, name, cast.ida)
    post_news()

    with django_assert_num_queries(3):  # a savepoint around one question
        post_news()


def test_command_says_what_it_did(lise, settings, capsys):
    call_command("mail_news")
    assert capsys.readouterr().out == "1 letters sent.\n"


def test_command_fails_when_letters_wait(lise, settings):
    settings.MAILERS = NOBODY_THERE

    with pytest.raises(CommandError, match="1 letters were not taken"):
        call_command("mail_news")


@pytest.mark.parametrize(
    ("setting", "value", "why"),
    [("SENDS_EMAIL", False, "EMAIL_HOST"), ("PUBLIC_ADDRESS", "", "HJEMMEBANE_ADDRESS")],
)
def test_command_refuses_what_cannot_be_sent(lise, settings, setting, value, why):
    setattr(settings, setting, value)

    with pytest.raises(CommandError, match=why):
        call_command("mail_news")
    assert mail.outbox == []
