from django.db.models import IntegerChoices, TextChoices


class SuggestionKind(TextChoices):
    """What a citizen asks the team for."""

    CALL_ME = "CALL_ME", "Ring til mig"
    STEP = "STEP", "Forslag til et skridt"
    CONTACT_WAY = "CONTACT_WAY", "Sådan vil jeg kontaktes"
    WISH = "WISH", "Det vil jeg"
    OTHER = "OTHER", "Noget andet"


class SuggestionStatus(TextChoices):
    """How far the team is with what a citizen asked for."""

    NEW = "NEW", "Sendt"
    TAKEN_IN = "TAKEN_IN", "Taget med i planen"
    ANSWERED = "ANSWERED", "Svaret på"


class AnswerAbout(TextChoices):
    """What a citizen can agree or disagree with."""

    GOAL = "GOAL", "Mål"
    SUB_GOAL = "SUB_GOAL", "Skridt"
    ACTIVITY = "ACTIVITY", "Aktivitet"
    APPOINTMENT = "APPOINTMENT", "Aftale"
    PARTNER_APPOINTMENT = "PARTNER_APPOINTMENT", "Aftale med en samarbejdspartner"


class AnswerGiven(TextChoices):
    """What a citizen says to one thing in the plan."""

    AGREES = "AGREES", "Ja, det er jeg enig i"
    DISAGREES = "DISAGREES", "Nej, det er jeg ikke enig i"
    NOT_NOW = "NOT_NOW", "Ikke nu"


class StandpointGiven(TextChoices):
    """What a partner says to what others do for a citizen, and the team to what a partner does."""

    AGREES = "AGREES", "Vi er enige"
    DIFFERS = "DIFFERS", "Vi ser det anderledes"


class StoryTheme(TextChoices):
    """The three themes of the citizen's own story."""

    NOW = "NOW", "Mit liv nu"
    TEAM = "TEAM", "Hvad teamet betyder for mig"
    FUTURE = "FUTURE", "Fremtiden"


class Feeling(IntegerChoices):
    """Five faces, drawn in `design/static/design/pictograms.svg`; the words say the same."""

    VERY_BAD = 1, "Rigtig skidt"
    BAD = 2, "Skidt"
    IN_BETWEEN = 3, "Midt imellem"
    GOOD = 4, "Godt"
    VERY_GOOD = 5, "Rigtig godt"


class ShownTo(TextChoices):
    """Whom the citizen shows how they are."""

    ME = "ME", "Kun mig"
    TEAM = "TEAM", "Mit team"
    SHARED = "SHARED", "Mit team og dem, jeg deler svar med"


class RecordingKind(TextChoices):
    """What a citizen recorded instead of writing."""

    AUDIO = "AUDIO", "Lyd"
    PICTURE = "PICTURE", "Billede"


class NoticeKind(TextChoices):
    """What happened that a partner is told of: never whose door or whose meeting it is."""

    OPENED = "OPENED", "Noget nyt er delt med jer."
    CHANGED = "CHANGED", "Noget af det, der er delt med jer, er ændret."
    CLOSED = "CLOSED", "Noget, der var delt med jer, er lukket igen."
    MESSAGE = "MESSAGE", "Teamet har skrevet til dig."
    INVITED = "INVITED", "Du er inviteret til et møde."
    MEETING = "MEETING", "Et møde, du er inviteret til, er flyttet eller aflyst."


class Symbol(TextChoices):
    """What a citizen can put beside words, drawn in `design/static/design/pictograms.svg`."""

    HOME = "home", "Hjem"
    BED = "bed", "Søvn"
    WALK = "walk", "Gå"
    TREE = "tree", "Natur"
    SUN = "sun", "Sol"
    WATER = "water", "Vand"
    FOOD = "food", "Mad"
    CUP = "cup", "Kaffe"
    HEART = "heart", "Det, jeg holder af"
    PEOPLE = "people", "Andre"
    ANIMAL = "animal", "Dyr"
    TALK = "talk", "Snak"
    PHONE = "phone", "Telefon"
    HEALTH = "health", "Helbred"
    WORK = "work", "Arbejde"
    BOOK = "book", "Lære nyt"
    MUSIC = "music", "Musik"
    MONEY = "money", "Penge"
    BUS = "bus", "Bus"
    STAR = "star", "Drøm"


class SharingRefusal(TextChoices):
    """Why a partner, a citizen or the team is not let in or heard."""

    NO_EMAIL = "NO_EMAIL", "Skriv først en e-mail på personen i kartoteket."
    HAS_LEFT = "HAS_LEFT", "Personen er stoppet. Nu kan der ikke sendes en invitation."
    EMAIL_IN_USE = "EMAIL_IN_USE", "Der er allerede en konto med den e-mail."
    INVITATION_USED = "INVITATION_USED", "Invitationen er allerede brugt."
    INVITATION_CLOSED = (
        "INVITATION_CLOSED",
        "Linket eller koden virker ikke længere. Bed teamet om en ny.",
    )
    NO_LOGIN = "NO_LOGIN", "Borgeren har ingen åben adgang."
    WRONG_LOGIN = "WRONG_LOGIN", "Navnet og koden passer ikke sammen. Prøv igen."
    LOCKED_OUT = (
        "LOCKED_OUT",
        "Koden er prøvet for mange gange. Døren er låst. Ring til teamet, så får du en ny kode.",
    )
    PIN_TOO_SHORT = "PIN_TOO_SHORT", "Koden skal være 6 tal eller flere. Brug kun tal."
    PIN_TOO_EASY = "PIN_TOO_EASY", "Den kode er let at gætte. Vælg en anden."
    NOT_AT_PARTNER = "NOT_AT_PARTNER", "Du er ikke længere tilknyttet. Der sendes ingen mail."
    NOTHING_OPEN = (
        "NOTHING_OPEN",
        "Der er ikke længere åbent for det her. Kopiér det, du har skrevet, og ring til teamet.",
    )
    GOAL_CLOSED = "GOAL_CLOSED", "Vælg et mål, der er åbnet for jer."
    GOAL_SETTLED = (
        "GOAL_SETTLED",
        "Målet er gjort op. Skriv på et mål, der er i gang, eller ring til teamet.",
    )
    NOT_OWN = "NOT_OWN", "Det kan kun ændres af den, der har skrevet det."
    NOT_THEIRS = (
        "NOT_THEIRS",
        "Det har samarbejdspartneren ikke selv skrevet. Ret det i planen som alt andet.",
    )
    STILL_THEIRS = (
        "STILL_THEIRS",
        "Samarbejdspartneren kan stadig selv gøre det op. Skriv til dem i stedet.",
    )
    ALREADY_CLOSED = "ALREADY_CLOSED", "Det er allerede gjort op."
    NOT_CLOSING = "NOT_CLOSING", "Vælg, om det er gjort eller lagt væk."
    REASON_MISSING = "REASON_MISSING", "Skriv en kort grund."
    OWN_DOING = "OWN_DOING", "Det gør du selv. Sig, hvad du mener om det, de andre gør."
    NOT_A_PARTNERS = "NOT_A_PARTNERS", "Det gør ingen samarbejdspartner, der kan læse et svar."
    DIFFERENCE_UNSAID = (
        "DIFFERENCE_UNSAID",
        "Skriv kort, hvordan I ser det, så det kan tales om.",
    )
    PAST_TIME = "PAST_TIME", "Tidspunktet er gået. Vælg et, der kommer."
    ENDS_BEFORE_START = "ENDS_BEFORE_START", "Aftalen slutter, før den begynder."
    ALREADY_CANCELLED = "ALREADY_CANCELLED", "Aftalen er allerede aflyst."
    CPR_NUMBER = (
        "CPR_NUMBER",
        "Her står noget, der ligner et CPR-nummer. Fjern det, og gem igen.",
    )
    PARTNER_WITHOUT_LOGIN = (
        "PARTNER_WITHOUT_LOGIN",
        "Personen har ikke adgang og kan ikke læse det her. Ring i stedet.",
    )
    PARTNER_SHUT_OUT = (
        "PARTNER_SHUT_OUT",
        "Borgeren deler ikke længere noget med dem, så de kan ikke læse en besked herfra.",
    )
    SIGN_TO_COME = "SIGN_TO_COME", "Dagen er ikke kommet endnu. Vælg i dag eller en dag før."
    SIGN_LONG_AGO = (
        "SIGN_LONG_AGO",
        "Det er mere end to uger siden. Ring til teamet og fortæl det i stedet.",
    )
    SIGN_TOLD = (
        "SIGN_TOLD",
        "Du har allerede fortalt om den dag. Ring til teamet, hvis der er mere at sige.",
    )
    MEETING_OVER = "MEETING_OVER", "Mødet kan ikke længere svares på her. Ring til teamet."
    ALREADY_SETTLED = "ALREADY_SETTLED", "Skridtet er allerede gjort op."
    NOT_REACHED = "NOT_REACHED", "Skridtet er ikke nået endnu."
    TOO_LATE = "TOO_LATE", "Det er nået en anden dag. Sig det til dit team, hvis det skal rettes."
    NOT_IN_PLAN = "NOT_IN_PLAN", "Det står ikke i din plan mere. Gå tilbage, og se igen."
    UNKNOWN_SYMBOL = "UNKNOWN_SYMBOL", "Vælg et af billederne."
    TOO_LARGE = "TOO_LARGE", "Filen er for stor. Den må højst fylde 5 MB."
    WRONG_KIND = (
        "WRONG_KIND",
        "Filen er ikke lyd eller et billede, vi kan tage imod. Vælg en anden.",
    )
    COURSE_ENDED = "COURSE_ENDED", "Forløbet er slut. Det, der står, kan stadig læses."
    ALREADY_HANDLED = "ALREADY_HANDLED", "Det er der allerede svaret på."
    NOT_A_WISH = "NOT_A_WISH", "Det er ikke et ønske. Svar på det i stedet."
    NOTHING_SAID = "NOTHING_SAID", "Skriv eller indtal, hvad du vil sige."
