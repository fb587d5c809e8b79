from django.db.models import TextChoices


class Word(TextChoices):
    """What the coordinator says of a precondition."""

    MET = "MET", "Opfyldt"
    PARTLY = "PARTLY", "Delvist"
    NOT_YET = "NOT_YET", "Ikke endnu"


class JudgementRefusal(TextChoices):
    """Why a word about a precondition is not taken."""

    NOT_COORDINATOR = "NOT_COORDINATOR", "Kun teamets koordinator kan sige, hvordan det står til."
    FUTURE = "FUTURE", "Dagen er ikke kommet endnu."
    LOOKS_BACK = "LOOKS_BACK", "Vælg en dag, der kommer efter den, I så på det."
    NOTHING_SAID = "NOTHING_SAID", "Skriv en sætning om hvorfor."
    CPR_NUMBER = (
        "CPR_NUMBER",
        "Her står noget, der ligner et CPR-nummer. Lederen læser med, så nævn ingen borgere.",
    )
