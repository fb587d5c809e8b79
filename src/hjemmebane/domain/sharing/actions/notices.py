import datetime as dt
from collections.abc import Collection
from uuid import UUID

from hjemmebane.domain.sharing.choices import NoticeKind, SharingRefusal
from hjemmebane.domain.sharing.models import MailChoice, Notice
from hjemmebane.domain.sharing.queries import partner_of
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.database import ask_guard, take_turns
from hjemmebane.foundation.decisions import Refused

# Writes to partners that there is news, and reads nothing of it.
NEWS_LETTERS = Actor.system("news-letters")


@action
def see_notices(*, keys: Collection[UUID], by: Actor, at: dt.datetime) -> None:
    """The partner who acts has read what they were told. Somebody else's are not there."""
    for notice in Notice.objects.filter(pk__in=list(keys), seen_at__isnull=True):
        notice.save_changes({"seen_at": at}, version=notice.version)


@action
def put_away(*, kind: NoticeKind, by: Actor, at: dt.datetime) -> None:
    """The partner who acts has met what they were told of."""
    for notice in Notice.objects.filter(kind=kind, seen_at__isnull=True):
        notice.save_changes({"seen_at": at}, version=notice.version)


@action
def choose_letters(*, is_wanted: bool, by: Actor, at: dt.datetime) -> None:
    """The partner who acts wants a letter when there is news, or none. Twice changes nothing.

    Refuses who no longer works at a partner.
    """
    partner = partner_of(by)
    if partner is None:
        raise Refused(SharingRefusal.NOT_AT_PARTNER)
    take_turns(f"mail-choice:{partner.pk}")
    choice = MailChoice.objects.filter(partner_person=partner).first()
    if choice is None:
        MailChoice(partner_person=partner, is_wanted=is_wanted).insert()
    elif choice.is_wanted != is_wanted:
        choice.save_changes({"is_wanted": is_wanted}, version=choice.version)


@action
def take_news_letter(*, person_id: UUID, by: Actor, at: dt.datetime) -> str:
    """Mark the letter to somebody as gone; answers where it goes to, empty when it is not due.

    Marked before it is sent, so that no fault and no second job makes two of it: commit first.
    """
    ((email,),) = ask_guard("take_news_letter", str(person_id))
    return str(email or "")


@action
def give_back_news_letter(*, person_id: UUID, by: Actor, at: dt.datetime) -> None:
    """The letter that was taken did not go. It is due again."""
    ask_guard("give_back_news_letter", str(person_id))
