from django.db.models import TextChoices


class Manner(TextChoices):
    """Who answered, and how."""

    ALONE = "ALONE", "Borgeren selv"
    TOGETHER = "TOGETHER", "Borgeren sammen med teamet"
    PAPER = "PAPER", "Borgeren på papir"
    RATED = "RATED", "Teamet"


class ResponseStatus(TextChoices):
    """How far it has come."""

    UNDER_WAY = "UNDER_WAY", "I gang"
    COMPLETE = "COMPLETE", "Færdig"
    STOPPED = "STOPPED", "Stoppet undervejs"


class WordingUsed(TextChoices):
    """Whose words the questions were put in."""

    WORKING = "WORKING", "vores arbejdsord"
    OWN = "OWN", "vores egne ord"
    OFFICIAL = "OFFICIAL", "de officielle ord"


class Fit(TextChoices):
    """What the citizen says to the result when it is talked about."""

    YES = "YES", "Ja, det passer"
    PARTLY = "PARTLY", "Det passer lidt"
    NO = "NO", "Nej, det passer ikke"


class NoneReason(TextChoices):
    """Why there is no answer yet."""

    NOT_MET = "NOT_MET", "Vi har ikke mødt borgeren"
    DECLINED = "DECLINED", "Borgeren vil ikke svare"
    TOO_HARD = "TOO_HARD", "Det er for svært for borgeren lige nu"
    OTHER_FIRST = "OTHER_FIRST", "Noget andet var vigtigere"
    OTHER = "OTHER", "Noget andet"


class MeasurementRefusal(TextChoices):
    """Why answers are not taken."""

    UNKNOWN_INSTRUMENT = (
        "UNKNOWN_INSTRUMENT",
        "Det skema findes ikke her. Vælg et af dem på listen.",
    )
    NO_SUCH_QUESTION = "NO_SUCH_QUESTION", "Det spørgsmål findes ikke i skemaet. Genindlæs siden."
    NO_SUCH_ANSWER = "NO_SUCH_ANSWER", "Det svar findes ikke. Vælg et af svarene."
    ITEMS_LEFT = (
        "ITEMS_LEFT",
        "Der er spørgsmål, I ikke er kommet til. Svar på dem, spring dem over, eller stop her.",
    )
    TOO_FEW = (
        "TOO_FEW",
        "Der mangler for mange svar til et tal. Svar på flere, eller stop her, og gem uden tal.",
    )
    OLD_WORDING = (
        "OLD_WORDING",
        "Spørgsmålene er kommet i nye ord, siden siden blev åbnet. Begynd igen med de nye.",
    )
    ALREADY_UNDER_WAY = (
        "ALREADY_UNDER_WAY",
        "Skemaet er allerede i gang. Gør det færdigt, eller stop det først.",
    )
    BEFORE_COURSE = (
        "BEFORE_COURSE",
        "Dagen ligger før forløbet. Vælg en dag, efter forløbet begyndte.",
    )
    FUTURE = "FUTURE", "Dagen er ikke kommet endnu. Vælg i dag eller en dag før."
    COURSE_ENDED = "COURSE_ENDED", "Forløbet er slut. Der kan ikke svares mere."
    CITIZEN_DIED = "CITIZEN_DIED", "Borgeren er død. Der kan ikke svares mere."
    NOT_STAFF_RATED = (
        "NOT_STAFF_RATED",
        "Det er borgeren, der svarer på det skema. Vælg, hvordan borgeren har svaret.",
    )
    STAFF_RATED = "STAFF_RATED", "Det er teamet, der vurderer i det skema."
    FINISHED = "FINISHED", "Skemaet er færdigt. Er noget forkert, så ret det med et nyt."
    NOT_FINISHED = "NOT_FINISHED", "Skemaet er ikke færdigt endnu. Gør det færdigt først."
    ALREADY_TALKED = "ALREADY_TALKED", "Der er allerede sagt, om det passer."
    NOTHING_TO_TALK = "NOTHING_TO_TALK", "Der er ikke noget resultat at tale om."
    CORRECTED = "CORRECTED", "Skemaet er allerede rettet. Ret det nyeste."
    CORRECTION_STOPPED = (
        "CORRECTION_STOPPED",
        "Rettelsen blev stoppet og gælder ikke. Ret det oprindelige skema.",
    )
    OTHERS_FORM = "OTHERS_FORM", "Det rettede skema hører ikke til her. Genindlæs siden."
    WHY_MISSING = "WHY_MISSING", "Skriv, hvorfor det rettes."
    NOT_DUE = "NOT_DUE", "Der er ikke noget at udskyde. Genindlæs siden."
    UNTIL_PAST = "UNTIL_PAST", "Vælg en dag, der ikke er kommet endnu."
    UNTIL_FAR = "UNTIL_FAR", "Vælg en dag, før målingen skal laves næste gang."
    NOTE_MISSING = "NOTE_MISSING", "Skriv kort, hvad grunden er."


class WordingRefusal(TextChoices):
    """Why a municipality's wording is not brought in."""

    UNKNOWN_INSTRUMENT = (
        "UNKNOWN_INSTRUMENT",
        "Hjemmebane har ikke et måleredskab med den kode. Brug koden fra listen.",
    )
    OUR_WORDS = (
        "OUR_WORDS",
        "Det er vores egne ord. Skriv de ord i filen, som forfatterne har givet jer lov til.",
    )
    NOT_OFFICIAL = (
        "NOT_OFFICIAL",
        'Filen siger ikke, at ordene er de officielle. Skriv status = "OFFICIAL" under [wording].',
    )
    OTHER_SHAPE = (
        "OTHER_SHAPE",
        "Filen har andre spørgsmål, svar eller regler end måleredskabet. Kun ordene må være nye.",
    )
    VERSION_TAKEN = (
        "VERSION_TAKEN",
        "Den udgave af ordene er der allerede med et andet indhold. Giv udgaven et nyt nummer.",
    )
