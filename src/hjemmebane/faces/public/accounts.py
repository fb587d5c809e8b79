"""Local logins: made by operations or from an invitation, never by signing up."""

from collections.abc import Sequence

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse

from hjemmebane.faces.public import refusals
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.accounts.second_factor import TABLE
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.logs import log
from hjemmebane.foundation.sealing import seal, unseal
from hjemmebane.gateways.email.client import MailDown

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

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Allauth writes to nobody: what leaves the house goes by its own gateway.

        Raises MailDown: no page that is open here asks for it, so whoever does is a mistake.
        """
        raise MailDown(f"allauth may send no {template_prefix}")

    def authentication_failed(self, request: HttpRequest, **credentials: object) -> None:
        logger.warning("refused", reason="LOGIN_FAILED")
        super().authentication_failed(request, **credentials)


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor of partners: its keys sealed, and read as their owner alone."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "Koden passer ikke. Vent på den næste, og prøv igen.",
    }
    place = f"{TABLE}.data"

    def encrypt(self, text: str) -> str:
        return seal(text, place=self.place)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, place=self.place)

    def is_mfa_enabled(self, user: User, types: Sequence[str] | None = None) -> bool:
        """Asked when the password is known to be right, and nobody acts yet."""
        if user.is_anonymous or user.face != Face.PARTNER:
            return False
        with acting(user.actor):
            return bool(super().is_mfa_enabled(user, types))
