"""Whom a login is for, and why one is not opened."""

from django.db.models import TextChoices


class Face(TextChoices):
    """Which face of the service a login opens."""

    STAFF = "STAFF", "Medarbejder"
    PARTNER = "PARTNER", "Samarbejdspartner"
    CITIZEN = "CITIZEN", "Borger"


class LoginRefusal(TextChoices):
    """Why a login is not opened."""

    TAKEN = "TAKEN", "Brugernavnet er optaget."
    DEMO_FORBIDDEN = "DEMO_FORBIDDEN", "Demokonti findes ikke i drift."
