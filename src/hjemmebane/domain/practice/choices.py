from django.db.models import TextChoices


class PlacementRefusal(TextChoices):
    """Why a course is not moved."""

    UNKNOWN_PART = "UNKNOWN_PART", "Den del findes ikke i praksismodellen."
    SAME_PART = "SAME_PART", "Forløbet er allerede i den del."
    REASON_MISSING = "REASON_MISSING", "Skriv kort, hvorfor I flytter borgeren."
    FUTURE = "FUTURE", "Flytningen kan ikke ske ude i fremtiden."
    BEFORE_LAST = "BEFORE_LAST", "Der er en senere flytning. Vælg en dato efter den."
