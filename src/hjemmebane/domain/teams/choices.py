from django.db.models import TextChoices


class AuthorityKind(TextChoices):
    """What kind of public authority hosts a team."""

    KOMMUNE = "KOMMUNE", "Kommune"
    REGION = "REGION", "Region"


class CoreFunction(TextChoices):
    """The three functions a team must cover, and the coordinator (Metodemanual § 3.1, 3.2)."""

    SOCIAL_PRACTICAL = "SOCIAL_PRACTICAL", "Social og praktisk støtte"
    HEALTH = "HEALTH", "Specialiseret helbredsindsats"
    AUTHORITY = "AUTHORITY", "Administrativ støtte"
    COORDINATION = "COORDINATION", "Teamkoordinator"


class PersonaRefusal(TextChoices):
    """Why a persona is not written."""

    NOT_YOURSELF = "NOT_YOURSELF", "Kun du selv kan skrive om dig."
    ALREADY_THERE = "ALREADY_THERE", "Du har allerede skrevet om dig. Genindlæs siden."


class PortraitRefusal(TextChoices):
    """Why a picture of somebody is not taken."""

    WRONG_KIND = "WRONG_KIND", "Filen er ikke et billede, vi kan vise. Vælg JPEG, PNG eller WebP."
    TOO_MANY_PIXELS = (
        "TOO_MANY_PIXELS",
        "Billedet er for stort til at blive læst. Gør det mindre, eller vælg et andet.",
    )
    BROKEN = "BROKEN", "Billedet kan ikke åbnes. Måske er filen gået i stykker. Vælg et andet."


class MembershipRefusal(TextChoices):
    """Why a membership is not made."""

    OVERLAPS = "OVERLAPS", "Medarbejderen er allerede i teamet i den periode."
    ENDS_BEFORE_START = "ENDS_BEFORE_START", "Slutdatoen ligger før startdatoen."
