from django.db.models import TextChoices


class ItemKind(TextChoices):
    """What a telephone sends home."""

    VISIT = "visit", "Kontakt"
    LIGHT = "light", "Trafiklys"
    TASK_DONE = "task_done", "Opgave gjort"
    ATTACHMENT = "attachment", "Optagelse eller billede"


class Settlement(TextChoices):
    """Which of two versions holds."""

    KEPT = "KEPT", "Det, der stod"
    TAKEN = "TAKEN", "Det, der kom fra telefonen"


class Mend(TextChoices):
    """What helps somebody whose item was refused: to change it, to send it again, or to let it go
    after having told somebody.
    """

    CHANGE = "change", "Ret det"
    AGAIN = "again", "Send det igen"
    DISCARD = "discard", "Giv det til en kollega"


class FieldRefusal(TextChoices):
    """Why a telephone gets no answer, or what it sent is not written down."""

    REVOKED = "REVOKED", "Telefonen er spærret for Felt."
    NOT_SHUT_BY_YOU = "NOT_SHUT_BY_YOU", "Telefonen kan spærres af ejeren eller teamkoordinatoren."
    UNKNOWN = (
        "UNKNOWN",
        "Det er ikke hos os. Er du ikke i teamet mere, så giv det, du skrev, til en kollega der.",
    )
    COURSE_ENDED = (
        "COURSE_ENDED",
        "Forløbet er afsluttet. Giv det, du skrev, til teamkoordinatoren.",
    )
    CLOCK_FAR_OFF = (
        "CLOCK_FAR_OFF",
        "Telefonens ur går mere end et døgn forkert. Stil uret, ret tidspunktet, og send igen.",
    )
    CLOCK_MOVED = (
        "CLOCK_MOVED",
        "Telefonens ur er stillet, siden du skrev. Se, om tidspunktet passer, og send igen.",
    )
    KEY_TAKEN = (
        "KEY_TAKEN",
        "Det blandes sammen med noget andet, du har sendt. Åbn det, og gem det igen.",
    )
    ALREADY_SETTLED = "ALREADY_SETTLED", "De to udgaver er allerede gjort op."
    TOO_LARGE = "TOO_LARGE", "Optagelsen fylder for meget. Del den i flere kortere."
    BROKEN_ON_THE_WAY = (
        "BROKEN_ON_THE_WAY",
        "Optagelsen blev ødelagt på vejen. Den ligger stadig på telefonen. Send den igen.",
    )
    NEVER_ANNOUNCED = "NEVER_ANNOUNCED", "Optagelsen er ikke meldt endnu. Send den igen."
    BEYOND_ITS_END = "BEYOND_ITS_END", "Der kom mere, end optagelsen fylder. Send den igen."
