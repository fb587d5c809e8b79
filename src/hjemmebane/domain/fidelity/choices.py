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


class FigureKind(TextChoices):
    """Where a kept figure comes from."""

    BELIEVED = "BELIEVED", "Det, vi tror"
    LOGGED = "LOGGED", "Det, loggen viser"


class AssessmentRefusal(TextChoices):
    """Why a self-assessment is not taken."""

    NOT_A_MEMBER = "NOT_A_MEMBER", "Kun dem, der arbejder i teamet nu, kan svare."
    FUTURE_QUARTER = "FUTURE_QUARTER", "Kvartalet er ikke begyndt endnu."
    PAST_QUARTER = (
        "PAST_QUARTER",
        "Det er for længe siden. Svar for det kvartal, vi er i, eller det, der lige er gået.",
    )
    CLOSED = "CLOSED", "Kvartalets samtale er afsluttet, så svarene ligger fast."
    ANSWERED = "ANSWERED", "Du har allerede svaret for kvartalet. Ret dine svar i stedet."
    FORMER_METHOD = (
        "FORMER_METHOD",
        (
            "Du svarede, før teamet fik en anden metode, og den spørger om noget andet. Dine svar"
            " bliver stående. Svar efter den nye metode i næste kvartal."
        ),
    )
    NOTHING_RATED = "NOTHING_RATED", "Svar på mindst én linje."
    NOT_A_LEVEL = "NOT_A_LEVEL", "Vælg et tal fra 1 til 5, eller spring linjen over."
    CPR_NUMBER = (
        "CPR_NUMBER",
        "Her står noget, der ligner et CPR-nummer. Kollegerne læser med, så nævn ingen borgere.",
    )


class TalkRefusal(TextChoices):
    """Why a note from the quarter's talk is not taken."""

    FUTURE = "FUTURE", "Dagen er ikke kommet endnu."
    BEFORE_QUARTER = "BEFORE_QUARTER", "Samtalen kan ikke ligge før kvartalet."
    PAST_QUARTER = (
        "PAST_QUARTER",
        "Det er for længe siden. Tag en samtale om det kvartal, vi er i, eller det forrige.",
    )
    NOBODY = "NOBODY", "Vælg mindst én, der var med."
    STRANGER = "STRANGER", "Vælg kun blandt dem, der arbejder eller har arbejdet i teamet."
    ALREADY = "ALREADY", "Der er allerede en note fra kvartalets samtale. Ret den i stedet."
    CLOSED = "CLOSED", "Samtalen er afsluttet og kan ikke rettes."
    NOT_COORDINATOR = "NOT_COORDINATOR", "Kun teamets koordinator kan afslutte samtalen."
    CPR_NUMBER = (
        "CPR_NUMBER",
        "Her står noget, der ligner et CPR-nummer. Noten handler om teamet, så nævn ingen borgere.",
    )
