"""Looking a login up, which happens before anybody acts."""

from hjemmebane.foundation.accounts.models import User


def login_called(username: str) -> User | None:
    """The login with a name; None when there is none."""
    return User.objects.filter(username=username).first()
