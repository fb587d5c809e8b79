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


class DactsAverage(TextChoices):
    """How a team's citizens become one figure in S4 and S5."""

    MEDIAN = "MEDIAN", "Den midterste borger"
    MEAN = "MEAN", "Gennemsnittet"


class DactsRefusal(TextChoices):
    """Why a level of an item of DACTS is not taken."""

    NOT_IN_TEAM = "NOT_IN_TEAM", "Kun dem, der arbejder i teamet, kan vurdere her."
    COMPUTED = (
        "COMPUTED",
        "Det punkt regnes ud af det, I har logget. Det kan ikke vurderes i hånden.",
    )
    NOT_RELEVANT = "NOT_RELEVANT", "Det punkt er ikke relevant i jeres metode."
    LEVEL = "LEVEL", "Vælg et niveau fra 1 til 5."
    NO_NOTE = "NO_NOTE", "Skriv en sætning om, hvad I bygger det på."
    FUTURE = "FUTURE", "Dagen er ikke kommet endnu."
    CPR_NUMBER = (
        "CPR_NUMBER",
        "Her står noget, der ligner et CPR-nummer. Lederen læser med, så nævn ingen borgere.",
    )
