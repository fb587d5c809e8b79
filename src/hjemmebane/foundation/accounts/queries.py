"""Looking a login up, which happens before anybody acts."""

from allauth.mfa.models import Authenticator

from hjemmebane.foundation.accounts.models import User


def login_called(username: str) -> User | None:
    """The login with a name; None when there is none."""
    return User.objects.filter(username=username).first()


def held_keys(user: User) -> list[Authenticator]:
    """The keys of a login's second factor, held until the transaction ends: one code at a time."""
    return list(Authenticator.objects.filter(user=user).order_by("pk").select_for_update())
