"""Each form is issued its key, signed with the moment it was opened.

So nobody can send a key of their own to see whether it is taken, and a form that was filled in
faster than a person writes is noticed, without anything stored meanwhile.
"""

import datetime as dt
from uuid import UUID

from django.core.signing import BadSignature, Signer

SALT = "hjemmebane.public.referral"


def issue(key: UUID, *, at: dt.datetime) -> str:
    """What a form carries beside its key."""
    return Signer(salt=SALT).sign_object({"id": str(key), "at": at.timestamp()})


def began_at(issued: str, key: UUID | None) -> dt.datetime | None:
    """When the form with this key was opened; None when it was never issued."""
    try:
        known = Signer(salt=SALT).unsign_object(issued)
    except BadSignature:
        return None
    if known["id"] != str(key):
        return None
    return dt.datetime.fromtimestamp(known["at"], tz=dt.UTC)
