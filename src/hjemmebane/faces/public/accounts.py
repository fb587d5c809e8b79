"""Local logins: made by operations, never by signing up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse

from hjemmebane.faces.public import refusals
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.logs import log

logger = log(__name__)


class Adapter(DefaultAccountAdapter):
    """allauth's behaviour where it differs from its defaults."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": "Brugernavn og adgangskode passer ikke sammen.",
        "too_many_login_attempts": (
            "Der er prøvet for mange gange. Vent fem minutter, og prøv igen."
        ),
    }

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        logger.warning("refused", reason="LOGIN_CLOSED")
        return refusals.page(
            request,
            status=403,
            heading="Din konto er lukket",
            text="Spørg jeres it-drift, hvis det er en fejl.",
        )

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authentication_failed(self, request: HttpRequest, **credentials: object) -> None:
        logger.warning("refused", reason="LOGIN_FAILED")
        super().authentication_failed(request, **credentials)
