"""Why a login is not opened."""

from django.db.models import TextChoices


class LoginRefusal(TextChoices):
    """Why a login is not opened."""

    TAKEN = "TAKEN", "Brugernavnet er optaget."
    DEMO_FORBIDDEN = "DEMO_FORBIDDEN", "Demokonti findes ikke i drift."
