from django.db.models import TextChoices


class AmountKind(TextChoices):
    """What an amount beside the pay is for; named as in a file."""

    OTHER = "other", "Andet om året"
    START_UP = "start_up", "Opstart, én gang"
    AVOIDED = "avoided", "Sparede udgifter om året"


class Rounding(TextChoices):
    """How results are told."""

    NONE = "NONE", "Med øre, som de er regnet ud"
    REPORT = "REPORT", "Rundet af som i evalueringen: hele hundreder og tusinder"


class Payer(TextChoices):
    """Whose money it is."""

    MUNICIPALITY = "MUNICIPALITY", "Kommunen"
    REGION = "REGION", "Regionen"
    STATE = "STATE", "Staten"


class ConsequenceKind(TextChoices):
    """Whether a unit is paid out or comes in."""

    COST = "COST", "En udgift"
    INCOME = "INCOME", "En indtægt"


class EconomyRefusal(TextChoices):
    """Why a costing or a scenario is not kept."""

    NOT_YOURS = (
        "NOT_YOURS",
        "Kun de, der koordinerer eller leder et team i kommunen, kan gemme her.",
    )
    OTHER_TEAM = "OTHER_TEAM", "Vælg et af kommunens teams."
    NO_PAY = (
        "NO_PAY",
        "Vi kender ikke lønnen. Vælg en faggruppe fra listen, eller skriv månedslønnen.",
    )
    PUT_AWAY = "PUT_AWAY", "Det er lagt væk. Tag det frem igen, før I retter i det."
    CPR_NUMBER = (
        "CPR_NUMBER",
        "Her står noget, der ligner et CPR-nummer. Det handler om teamet, så nævn ingen borgere.",
    )
