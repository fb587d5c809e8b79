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
    NO_PLAN = "NO_PLAN", "Borgeren har ingen plan endnu. Begynd den på siden Plan først."
    ALREADY_ORDERED = "ALREADY_ORDERED", "Den udredning er allerede bestilt. Ret den i planen."
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
    CITIZEN_NAMED = (
        "CITIZEN_NAMED",
        "Det ligner en borgers navn. Skriv det uden navn, eller sæt kryds, hvis det er en anden.",
    )
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


class NetworkMeetingState(TextChoices):
    """What became of a network meeting."""

    PLANNED = "PLANNED", "Aftalt"
    HELD = "HELD", "Holdt"
    CANCELLED = "CANCELLED", "Aflyst"


class GuestAnswer(TextChoices):
    """What somebody who is invited said, and whether they are there."""

    INVITED = "INVITED", "Inviteret"
    ACCEPTED = "ACCEPTED", "Kommer"
    DECLINED = "DECLINED", "Kommer ikke"
    PRESENT = "PRESENT", "Er med"


class NetworkRefusal(TextChoices):
    """Why a network meeting, or what is said at it, is not recorded."""

    WISH_MISSING = (
        "WISH_MISSING",
        "Skriv med borgerens egne ord, hvad mødet skal bruges til. Det er borgeren, der kalder.",
    )
    CANCELLED = "CANCELLED", "Mødet er aflyst."
    CLOSED = "CLOSED", "Mødet er afsluttet. Der kan kun føjes noget til."
    REASON_MISSING = "REASON_MISSING", "Skriv en kort grund."
    SOMEBODY_CAME = "SOMEBODY_CAME", "Der er allerede nogen med. Afslut mødet i stedet."
    HAS_BEGUN = (
        "HAS_BEGUN",
        "Der er allerede nogen med, så mødet kan ikke flyttes til senere. Kald til et nyt møde.",
    )
    NO_CONSENT = (
        "NO_CONSENT",
        "Borgerens samtykke gælder ikke for den samarbejdspartner i dag. Spørg borgeren først.",
    )
    NO_WISH_FOR_CONTACT = (
        "NO_WISH_FOR_CONTACT",
        "Skriv først borgerens ønske for kontakten under Netværk og samtykke.",
    )
    NOT_IN_TEAM = "NOT_IN_TEAM", "Den medarbejder er ikke i teamet."
    NOT_AROUND = "NOT_AROUND", "Den person hører ikke til borgerens netværk."
    ALREADY_INVITED = "ALREADY_INVITED", "Vedkommende er allerede inviteret."
    NO_LONGER_ALLOWED = (
        "NO_LONGER_ALLOWED",
        "Borgerens ja til at have vedkommende med gælder ikke længere.",
    )
    NOT_YET = "NOT_YET", "Mødet er ikke i dag. Vent, til I er samlet."
    HAS_SPOKEN = "HAS_SPOKEN", "Der står allerede noget, vedkommende har sagt eller lovet på mødet."
    NOT_PRESENT = "NOT_PRESENT", "Skriv først, at vedkommende er med på mødet."
    NOBODY_PRESENT = (
        "NOBODY_PRESENT",
        "Skriv mindst én på, der er med. Kom der ingen, så aflys mødet.",
    )
    NOBODY_OF_THE_TEAM = (
        "NOBODY_OF_THE_TEAM",
        "En fra teamet leder mødet. Skriv først på, hvem fra teamet der er med.",
    )
    UNKNOWN_POINT = "UNKNOWN_POINT", "Punktet står ikke på dagsordenen."
    NO_PLAN = "NO_PLAN", "Åbn planen først. Det, I aftaler, skrives i den."
    NOT_HELD = "NOT_HELD", "Afslut mødet først, så står referatet fast."
