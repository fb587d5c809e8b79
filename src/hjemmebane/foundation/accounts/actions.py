"""Opening logins, and the spare codes of a second factor."""

import datetime as dt
from uuid import UUID

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
from django.conf import settings

from hjemmebane.foundation.accounts.choices import LoginRefusal
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id


@action
def open_login(
    *,
    username: str,
    full_name: str,
    password: str | None,
    is_demo: bool = False,
    id: UUID | None = None,  # noqa: A002 -- the record's own word for its key
    by: Actor,
    at: dt.datetime,
) -> User:
    """A new local login; without a password nobody can use it yet.

    Refuses a taken name, and a demo account where demo is not allowed.
    """
    if is_demo and not settings.DEMO_ACCOUNTS_ALLOWED:
        raise Refused(LoginRefusal.DEMO_FORBIDDEN)
    if User.objects.filter(username=username).exists():
        raise Refused(LoginRefusal.TAKEN)
    user = User(
        id=id or new_id(), username=username, full_name=full_name, is_demo=is_demo, date_joined=at
    )
    user.set_password(password)
    user.save(force_insert=True)
    return user


@action
def renew_spare_codes(*, user: User, by: Actor, at: dt.datetime) -> list[str]:
    """New spare codes in the place of those there were; to be shown once."""
    Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).delete()
    return [str(code) for code in RecoveryCodes.activate(user).get_unused_codes()]


@action
def spend_code(*, key: Authenticator, code: str, by: Actor, at: dt.datetime) -> bool:
    """Whether the telephone's code is newer than the last that was used; from now on it is used.

    allauth remembers used codes in the memory of one web process, for less long than they are good.
    """
    secret = decrypt(key.data["secret"])
    shown_at = [
        counter
        for counter in yield_hotp_counters_from_time()
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, counter)))
    ]
    is_new: bool = max(shown_at, default=0) > key.data.get("used", 0)
    if is_new:
        key.data["used"] = max(shown_at)
        key.save(update_fields=["data"])
    return is_new
