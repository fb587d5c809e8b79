"""The second factor of those who log in from outside: what is kept of it, and for whom.

The table is allauth's, so it cannot declare its guard itself.
"""

from django.conf import settings
from django.http import HttpRequest

from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.guards import EVERYTHING, Guard

TABLE = "mfa_authenticator"
GUARD = Guard(read="user_id = (SELECT guard.user_id())", grants=EVERYTHING)

# Where allauth keeps how a session came in.
METHODS, SECOND_FACTOR = "account_authentication_methods", "mfa"


def needs_second_factor(user: User) -> bool:
    """Whether the login opens nothing before a second factor is shown.

    Only partners': a citizen has a code and a door that locks, the staff come through their own
    house. In the demo, where everybody is invented, nobody is asked for one.
    """
    return user.face == Face.PARTNER and not (user.is_demo and settings.DEMO_ACCOUNTS_ALLOWED)


def showed_second_factor(request: HttpRequest) -> bool:
    """Whether this session came in by more than a password, or set the second factor up itself."""
    methods = request.session.get(METHODS, [])
    return any(one.get("method") == SECOND_FACTOR for one in methods)
