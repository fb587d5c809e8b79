from django.db.models import TextChoices


class AuthorityKind(TextChoices):
    """What kind of public authority hosts a team."""

    KOMMUNE = "KOMMUNE", "Kommune"
    REGION = "REGION", "Region"


class CoreFunction(TextChoices):
    """M-ACT's three functions and the coordinator (Metodemanual § 3.1, 3.2).

    Which functions a team must cover its method says (`functions_of`); each has a coordinator.
    """

    SOCIAL_PRACTICAL = "SOCIAL_PRACTICAL", "Social og praktisk støtte"
    HEALTH = "HEALTH", "Specialiseret helbredsindsats"
    AUTHORITY = "AUTHORITY", "Administrativ støtte"
    COORDINATION = "COORDINATION", "Teamkoordinator"


class AbsenceKind(TextChoices):
    """Why somebody is away. An illness is never said what it is."""

    HOLIDAY = "HOLIDAY", "Ferie"
    ILLNESS = "ILLNESS", "Sygdom"
    TRAINING = "TRAINING", "Kursus"
    PARENTAL = "PARENTAL", "Barsel"
    OTHER = "OTHER", "Andet"


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

    UNKNOWN_FUNCTION = "UNKNOWN_FUNCTION", "Funktionen findes ikke i teamets metode."

    OVERLAPS = "OVERLAPS", "Medarbejderen er allerede i teamet i den periode."
    ENDS_BEFORE_START = "ENDS_BEFORE_START", "Slutdatoen ligger før startdatoen."
    TOO_MANY_HOURS = (
        "TOO_MANY_HOURS",
        "Timerne bliver tilsammen til mere end de 168, der er i en uge.",
    )


class AbsenceRefusal(TextChoices):
    """Why an absence is not written."""

    ENDS_BEFORE_START = "ENDS_BEFORE_START", "Fraværet slutter, før det begynder."
    OVERLAPS = "OVERLAPS", "Der er allerede skrevet fravær i de dage. Ret det i stedet."
    NOT_IN_TEAM = "NOT_IN_TEAM", "Medarbejderen er ikke i teamet i de dage."
    NO_HOURS = "NO_HOURS", "Skriv mere end 0 timer, eller lad feltet stå tomt."
    TOO_MANY_HOURS = "TOO_MANY_HOURS", "Der er 168 timer i en uge. Skriv et lavere tal."
    NOT_YOURS = "NOT_YOURS", "Kun medarbejderen selv og teamets koordinator kan skrive fravær."


class BoardColumn(TextChoices):
    """What a team can have on its board beside the names, in the order it is offered."""

    LIGHT = "LIGHT", "Lys"
    REASON = "REASON", "Grund"
    LAST_MET = "LAST_MET", "Sidst mødt"
    NEXT = "NEXT", "Næste aftale"
    PART = "PART", "Del"
    PRIMARY = "PRIMARY", "Primær kontaktperson"
    ASSESSMENT = "ASSESSMENT", "Udredning"
    INTENSITY = "INTENSITY", "Intensitet"
    TASKS = "TASKS", "Opgaver"
    WISH = "WISH", "Borgeren ønsker"


class BoardLayoutRefusal(TextChoices):
    """Why the columns of a board are not chosen."""

    NOT_IN_TEAM = "NOT_IN_TEAM", "Kun de, der arbejder i teamet, kan vælge tavlens kolonner."
    NONE = "NONE", "Vælg mindst én kolonne."
    TWICE = "TWICE", "Den samme kolonne er valgt to gange. Vælg den én gang."
    ALREADY_THERE = (
        "ALREADY_THERE",
        "En kollega har lige valgt kolonner. Genindlæs siden, og se dem.",
    )


class TrainingKind(TextChoices):
    """How the team learns (Metodemanual § 3.4; Evaluering 2022 § 4.3)."""

    COMPETENCE_DAY = "COMPETENCE_DAY", "Kompetencedag"
    METHOD_COURSE = "METHOD_COURSE", "Oplæring i metoden"
    SUPERVISION = "SUPERVISION", "Supervision"
    PEER_LEARNING = "PEER_LEARNING", "Læring af hinanden"


class TrainingRefusal(TextChoices):
    """Why a training is not written."""

    FUTURE = "FUTURE", "Dagen er ikke kommet endnu."
    NO_HOURS = "NO_HOURS", "Skriv mere end 0 timer."
    TOO_MANY_HOURS = "TOO_MANY_HOURS", "Der er 24 timer i et døgn. Skriv et lavere tal."
    NOBODY = "NOBODY", "Vælg mindst én, der var med."
    NOT_IN_TEAM = "NOT_IN_TEAM", "En af dem var ikke i teamet den dag."
    NOT_YOURS = "NOT_YOURS", "Kun dem, der er i teamet, kan skrive i teamets læring."
    CPR_NUMBER = (
        "CPR_NUMBER",
        "Her står noget, der ligner et CPR-nummer. Lederen læser med, så nævn ingen borgere.",
    )


class RoleRefusal(TextChoices):
    """Why a description of a function is not written."""

    NOT_YOURS = "NOT_YOURS", "Kun medarbejderen selv og teamets koordinator kan skrive den."
    NOT_IN_TEAM = "NOT_IN_TEAM", "Medarbejderen er ikke i teamet."
    NOTHING_WRITTEN = "NOTHING_WRITTEN", "Skriv noget i mindst ét af felterne."
    TOO_LONG = "TOO_LONG", "Teksten er for lang. Skriv det kortere."
    CPR_NUMBER = (
        "CPR_NUMBER",
        "Her står noget, der ligner et CPR-nummer. Lederen læser med, så nævn ingen borgere.",
    )
    ALREADY_THERE = "ALREADY_THERE", "Den er allerede skrevet. Genindlæs siden, og ret den."
