from django.db.models import TextChoices


class Standing(TextChoices):
    """How far a minimum activity has come."""

    NOT_YET = "NOT_YET", "Ikke endnu"
    UNDER_WAY = "UNDER_WAY", "I gang"
    DONE = "DONE", "Gjort"
    NOT_RELEVANT = "NOT_RELEVANT", "Ikke relevant"


class Judgement(TextChoices):
    """What the team says of an indicator."""

    MET = "MET", "Opfyldt"
    NOT_YET = "NOT_YET", "Ikke endnu"
    UNCLEAR = "UNCLEAR", "Uklart"


class PlacementRefusal(TextChoices):
    """Why a course is not moved."""

    UNKNOWN_PART = "UNKNOWN_PART", "Den del findes ikke i praksismodellen."
    SAME_PART = "SAME_PART", "Forløbet er allerede i den del."
    REASON_MISSING = "REASON_MISSING", "Skriv kort, hvorfor I flytter borgeren."
    FUTURE = "FUTURE", "Flytningen kan ikke ske ude i fremtiden."
    BEFORE_LAST = "BEFORE_LAST", "Der er en senere flytning. Vælg en dato efter den."


class MoveRefusal(TextChoices):
    """Why a team does not go over to another method."""

    NOT_YOURS = "NOT_YOURS", "Kun teamets koordinator kan vælge en anden metode."
    UNKNOWN_METHOD = "UNKNOWN_METHOD", "Den metode er ikke installeret her."
    SAME_METHOD = "SAME_METHOD", "Teamet arbejder allerede efter den metode."


class PracticeRefusal(TextChoices):
    """Why nothing is noted about an activity or an indicator."""

    UNKNOWN_ACTIVITY = "UNKNOWN_ACTIVITY", "Den aktivitet findes ikke i teamets metode."
    UNKNOWN_INDICATOR = "UNKNOWN_INDICATOR", "Den indikator findes ikke i teamets metode."
    FUTURE = "FUTURE", "Datoen ligger ude i fremtiden."
    BEFORE_LAST = "BEFORE_LAST", "Der er skrevet noget nyere om den. Vælg en dato efter det."
    NOT_IN_TEAM = "NOT_IN_TEAM", "Vælg en, der er i teamet i dag."
