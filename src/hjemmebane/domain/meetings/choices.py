from django.db.models import TextChoices


class MeetingKind(TextChoices):
    """What a team meets for; each has an agenda of the same code in the method pack."""

    BOARD = "BOARD", "Tavlemøde"
    SPARRING = "SPARRING", "Sparring"
    TREATMENT = "TREATMENT", "Behandlingsmøde"


class MeetingRefusal(TextChoices):
    """Why a meeting, or what is said at it, is not recorded."""

    ALREADY_OPEN = "ALREADY_OPEN", "Teamet har allerede et møde i gang. Gå med i det."
    NOBODY_PRESENT = "NOBODY_PRESENT", "Vælg mindst én, der er med."
    NOT_IN_TEAM = "NOT_IN_TEAM", "En af dem, I har valgt, er ikke i teamet."
    LAST_ONE = "LAST_ONE", "Der skal være mindst én til stede. Luk mødet, hvis I er færdige."
    CLOSED = "CLOSED", "Mødet er lukket. Skriv en tilføjelse til referatet i stedet."
    ALREADY_LISTED = "ALREADY_LISTED", "Borgeren er allerede på mødets liste."
    ANOTHER_TEAM = "ANOTHER_TEAM", "Borgeren hører til et andet team."
    UNKNOWN_POINT = "UNKNOWN_POINT", "Punktet står ikke på dagsordenen."
    OVERTAKEN = (
        "OVERTAKEN",
        "En anden har lige ændret det. Se, hvordan det står nu, og gem igen, hvis I vil det samme.",
    )
    NOBODY_CHOSEN = "NOBODY_CHOSEN", "Vælg mindst én borger, som I går i dybden med."
    NOTHING_TO_TAKE_UP = "NOTHING_TO_TAKE_UP", "Skriv, hvad I tager op, eller vælg en borger."
    TOO_LONG = "TOO_LONG", "Et møde kan vare fra 5 minutter til 8 timer."


class AgendaRefusal(TextChoices):
    """Why a team's own agenda is not as somebody wants it."""

    EMPTY = "EMPTY", "Dagsordenen skal have mindst ét punkt."
    NEEDED = (
        "NEEDED",
        "Hvem der er her, og borgerne bliver på dagsordenen. De kan flyttes, men ikke fjernes.",
    )
    TOO_MANY = "TOO_MANY", "Dagsordenen kan have højst 20 punkter. Fjern et først."


class SteeringPointKind(TextChoices):
    """What a steering group writes down."""

    AGREEMENT = "AGREEMENT", "Aftale"
    OBSTACLE = "OBSTACLE", "Forhindring"


class SteeringRefusal(TextChoices):
    """Why what a steering group writes down is not recorded."""

    FUTURE = "FUTURE", "Mødet ligger ude i fremtiden. Skriv det ned, når I har holdt det."
    NOBODY_PRESENT = "NOBODY_PRESENT", "Vælg eller skriv mindst én, der var med."
    NOT_OF_THE_TEAM = "NOT_OF_THE_TEAM", "En af dem, I har valgt, hører ikke til teamet."
    NOBODY_RESPONSIBLE = "NOBODY_RESPONSIBLE", "En aftale skal have en, der sørger for den."
    DUE_BEFORE_MEETING = "DUE_BEFORE_MEETING", "Fristen ligger før mødet."
    HANDLED = "HANDLED", "Punktet er håndteret. Åbn det igen, hvis det alligevel ikke er."
    STILL_OPEN = "STILL_OPEN", "Punktet står allerede åbent."
    CPR_NUMBER = (
        "CPR_NUMBER",
        "Her står noget, der ligner et CPR-nummer. Styregruppen nævner ingen borgere: fjern det.",
    )


class BoardRefusal(TextChoices):
    """Why a citizen is not put on the board, or taken off it."""

    UNKNOWN_REASON = "UNKNOWN_REASON", "Vælg en grund fra listen."
    REVIEW_PAST = "REVIEW_PAST", "Vælg en dag efter i dag, hvor I ser på det igen."
    FUTURE = "FUTURE", "Dagen ligger ude i fremtiden."
    ENDS_BEFORE_START = "ENDS_BEFORE_START", "Borgeren kom først på tavlen senere."
    ALREADY_OFF = "ALREADY_OFF", "Borgeren er allerede taget af tavlen."
