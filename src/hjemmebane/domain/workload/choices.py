from django.db.models import TextChoices


class TimeKind(TextChoices):
    """What time goes to that belongs to no contact."""

    COORDINATION = "COORDINATION", "Koordinering"
    MEETING = "MEETING", "Møde"
    LEARNING = "LEARNING", "Fælles læring"
    TRAVEL = "TRAVEL", "Transport uden kontakt"


class HandOverRefusal(TextChoices):
    """Why nothing is given on to a colleague."""

    NOTHING_CHOSEN = "NOTHING_CHOSEN", "Vælg mindst én ting, der skal gives videre."


class TimeRefusal(TextChoices):
    """Why time is not written."""

    FUTURE = "FUTURE", "Dagen er ikke kommet endnu."
    NOT_IN_TEAM = "NOT_IN_TEAM", "Medarbejderen er ikke i teamet den dag."
    TOO_LONG = "TOO_LONG", "Dagen får mere end 24 timer. Se efter, om tiden allerede er skrevet."
    NOT_YOURS = "NOT_YOURS", "Kun medarbejderen selv og teamets koordinator kan skrive tid."
