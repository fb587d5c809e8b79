import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.sharing.models import MailChoice, Notice
from hjemmebane.foundation.database import ask_guard


@dataclass(frozen=True)
class Told:
    """One kind of news for the partner who acts: each row of it, and when the newest was told."""

    sentence: str
    at: dt.datetime
    keys: tuple[UUID, ...]


def told_to_me() -> list[Told]:
    """What happened to the doors of the partner who acts and they have not seen, newest first."""
    kinds: dict[str, list[Notice]] = {}
    for notice in Notice.objects.filter(seen_at__isnull=True).order_by("-told_at", "pk"):
        kinds.setdefault(str(notice.get_kind_display()), []).append(notice)
    return [
        Told(sentence, notices[0].told_at, tuple(notice.pk for notice in notices))
        for sentence, notices in kinds.items()
    ]


def wants_letters() -> bool:
    """Whether the partner who acts gets a letter when there is news."""
    return not MailChoice.objects.filter(is_wanted=False).exists()


def partners_to_write_to() -> list[UUID]:
    """To whom a letter is to go now; for the job that writes them, and nobody for all others."""
    return sorted(UUID(str(key)) for (key,) in ask_guard("partners_to_write_to"))
