from django.db.models import TextChoices


class ContactKind(TextChoices):
    """What kind of contact it was."""

    VISIT = "VISIT", "Besøg"
    ACCOMPANIMENT = "ACCOMPANIMENT", "Ledsagelse"
    PHONE = "PHONE", "Telefon"
    SMS = "SMS", "Sms"
    VIDEO = "VIDEO", "Video"
    VOICE = "VOICE", "Lydbesked"
    LETTER = "LETTER", "Brev i postkassen"
    LETTER_SLOT = "LETTER_SLOT", "Snak gennem brevsprækken"
    NETWORK = "NETWORK", "Kontakt med netværket"
    PARTNER = "PARTNER", "Kontakt med samarbejdspartner"


class Outcome(TextChoices):
    """What came of it. An attempt counts, and shows."""

    MET = "MET", "Mødtes"
    NOT_MET = "NOT_MET", "Traf ikke borgeren"
    NETWORK = "NETWORK", "Mødte en i netværket"
    DECLINED = "DECLINED", "Borgeren sagde nej tak"
    CANCELLED = "CANCELLED", "Aflyst"


class MoodSeen(TextChoices):
    """How the citizen seemed to those who were there, in the words of the five faces with which
    citizens say it themselves. Nobody asked, and nothing is summed up.
    """

    VERY_BAD = "VERY_BAD", "Rigtig skidt"
    BAD = "BAD", "Skidt"
    IN_BETWEEN = "IN_BETWEEN", "Midt imellem"
    GOOD = "GOOD", "Godt"
    VERY_GOOD = "VERY_GOOD", "Rigtig godt"


class InitiatedBy(TextChoices):
    """Who took the first step."""

    TEAM = "TEAM", "Teamet"
    CITIZEN = "CITIZEN", "Borgeren"
    NETWORK = "NETWORK", "Netværket"
    PARTNER = "PARTNER", "En samarbejdspartner"


class Progress(TextChoices):
    """What a contact did for a sub-goal."""

    WORKED_ON = "WORKED_ON", "Arbejdet med"
    STEP = "STEP", "Et skridt frem"
    REACHED = "REACHED", "Nået"
    SETBACK = "SETBACK", "Et skridt tilbage"


class AppointmentStatus(TextChoices):
    """What became of an appointment."""

    PLANNED = "PLANNED", "Aftalt"
    KEPT = "KEPT", "Holdt"
    CANCELLED = "CANCELLED", "Aflyst"
    MISSED = "MISSED", "Borgeren udeblev"


class Rhythm(TextChoices):
    """How often something agreed comes again."""

    WEEKLY = "WEEKLY", "Hver uge"
    FORTNIGHTLY = "FORTNIGHTLY", "Hver anden uge"
    MONTHLY = "MONTHLY", "Hver måned, samme ugedag"


class NoticeKind(TextChoices):
    """What became of somebody's appointment without them."""

    CHANGED = "CHANGED", "Ændret"
    CANCELLED = "CANCELLED", "Aflyst"
    ADDED = "ADDED", "Du er kommet med"
    REMOVED = "REMOVED", "Du er ikke med mere"


class CalendarRefusal(TextChoices):
    """Why something is not agreed, changed or repeated."""

    TOO_LONG = "TOO_LONG", "Aftalen varer mere end et døgn. Ret, hvornår den slutter."
    CITIZEN_DIED = "CITIZEN_DIED", "Borgeren er død. Der laves ingen aftaler mere."
    BEGUN = "BEGUN", "Aftalen er begyndt og kan ikke ændres mere. Log en kontakt i stedet."
    COMPANION_NOT_IN_TEAM = (
        "COMPANION_NOT_IN_TEAM",
        "En af dem, der går med, er ikke i teamet den dag. Vælg en anden.",
    )
    COMPANION_COMES_ALREADY = (
        "COMPANION_COMES_ALREADY",
        "Den, der kommer, kan ikke også gå med. Vælg en anden, eller ingen.",
    )
    WITHOUT_END = (
        "WITHOUT_END",
        "Skriv, til og med hvilken dag aftalen gentages, eller hvor mange gange.",
    )
    TWO_ENDS = (
        "TWO_ENDS",
        "Skriv enten en sidste dag eller et antal gange, ikke begge dele.",
    )
    TOO_MANY = (
        "TOO_MANY",
        "Det bliver til mere end 60 aftaler. Slut tidligere, og lav flere, når I når dertil.",
    )
    NONE_AT_ALL = "NONE_AT_ALL", "Den sidste dag ligger før den første aftale."
    TIME_MISSING = (
        "TIME_MISSING",
        "Uret stilles frem en af dagene, så klokkeslættet ikke findes. Vælg et andet.",
    )
    NOT_IN_TEAM_THROUGHOUT = (
        "NOT_IN_TEAM_THROUGHOUT",
        "En af dem, der kommer, er ikke i teamet alle dagene. Slut før, eller vælg en anden.",
    )
    NOT_REPEATED = "NOT_REPEATED", "Aftalen er ikke en af flere. Ret den for sig selv."
    NOT_TOLD = "NOT_TOLD", "Beskeden er til en kollega."


class ContactRefusal(TextChoices):
    """Why a contact or an appointment is not recorded."""

    FUTURE = "FUTURE", "Kontakten ligger ude i fremtiden. Lav en aftale i stedet."
    BEFORE_COURSE = "BEFORE_COURSE", "Kontakten ligger før forløbets start."
    STAFF_MISSING = "STAFF_MISSING", "Vælg mindst én medarbejder."
    STAFF_NOT_IN_TEAM = "STAFF_NOT_IN_TEAM", "En af medarbejderne er ikke i teamet."
    TOO_LONG = "TOO_LONG", "Minutterne bliver til mere end et døgn. Skriv et lavere tal."
    FOREIGN_SUB_GOAL = "FOREIGN_SUB_GOAL", "Et af delmålene hører ikke til borgerens plan."
    ENDS_BEFORE_START = "ENDS_BEFORE_START", "Aftalen slutter, før den begynder."
    APPOINTMENT_PAST = "APPOINTMENT_PAST", "Aftalen ligger i fortiden. Log en kontakt i stedet."
    APPOINTMENT_SETTLED = "APPOINTMENT_SETTLED", "Aftalen er allerede gjort op."
    APPOINTMENT_TO_COME = (
        "APPOINTMENT_TO_COME",
        "Aftalen er ikke begyndt endnu. Den kan kun aflyses.",
    )
    APPOINTMENT_BEGUN = "APPOINTMENT_BEGUN", "Aftalen er begyndt og kan ikke flyttes til en anden."
    ALREADY_THEIRS = "ALREADY_THEIRS", "Det er allerede den kollega, der kommer."
    NOT_TOLD = "NOT_TOLD", "Beskeden er til en kollega."
    STILL_PLANNED = (
        "STILL_PLANNED",
        "Vælg, om aftalen blev holdt eller aflyst, eller om borgeren udeblev.",
    )


class VisitRefusal(TextChoices):
    """Why a contact does not come of an appointment or a start, and why a visit is not begun."""

    OTHER_CITIZENS = "OTHER_CITIZENS", "Aftalen er med en anden borger. Log kontakten uden den."
    ALREADY_SETTLED = (
        "ALREADY_SETTLED",
        "Aftalen er allerede gjort op. Gem igen, så bliver kontakten logget uden den.",
    )
    OVER_BEFORE = (
        "OVER_BEFORE",
        "Kontakten var forbi, længe før aftalen begyndte. Gem igen, så bliver den logget alene.",
    )
    ELSEWHERE = (
        "ELSEWHERE",
        "Du har ikke sagt “Af sted igen” et andet sted. Gør det først – se øverst på I dag.",
    )
    NOT_IN_TEAM = "NOT_IN_TEAM", "Du er ikke i borgerens team i dag."
    NOT_YOURS = "NOT_YOURS", "Det er en kollega, der er fremme. Kun de selv kan ændre det."
    CLOSED = "CLOSED", "Besøget er allerede logget eller fjernet."


class TemplateRefusal(TextChoices):
    """Why a team's template for visits is not written."""

    NOT_COORDINATOR = "NOT_COORDINATOR", "Teamets skabeloner er koordinatorens at rette."
    NAME_TAKEN = "NAME_TAKEN", "Der er allerede en skabelon med det navn. Vælg et andet."
    CPR_NUMBER = (
        "CPR_NUMBER",
        "En skabelon er for alle borgere. Skriv ikke CPR-numre i den.",
    )


class ReminderStatus(TextChoices):
    """Whether a task or a follow-up still waits."""

    OPEN = "OPEN", "Åben"
    DONE = "DONE", "Gjort"
    DROPPED = "DROPPED", "Bortfaldet"


class Light(TextChoices):
    """The citizen's state as the team sees it."""

    GREEN = "GREEN", "Grøn"
    YELLOW = "YELLOW", "Gul"
    RED = "RED", "Rød"

    @property
    def as_it_is(self) -> str:
        """“rødt”, as in “lyset er rødt”."""
        return {Light.GREEN: "grønt", Light.YELLOW: "gult", Light.RED: "rødt"}[self]


class LightKind(TextChoices):
    """What an agreement on the light looks after."""

    SAFETY = "SAFETY", "Tryghed og sikkerhed"
    WELLBEING = "WELLBEING", "Trivsel"


class RaisedBy(TextChoices):
    """What the service itself asks the team to follow up, in the words of the follow-up."""

    RED_LIGHT = "RED_LIGHT", "Trafiklyset er rødt. Se aftalen om lyset, og tag kontakt i dag."
    OWN_RED = "OWN_RED", "Borgeren siger selv, at lyset er rødt. Tag kontakt i dag."


class LightRefusal(TextChoices):
    """Why a light is not seen, or an agreement on it not made."""

    FUTURE = "FUTURE", "Tidspunktet er ikke kommet endnu. Skriv, hvornår du så lyset."
    BEFORE_COURSE = (
        "BEFORE_COURSE",
        "Tidspunktet ligger før forløbets start. Vælg et, der ligger efter.",
    )
    CITIZEN_DIED = "CITIZEN_DIED", "Borgeren er død. Lyset skal ikke ses mere."
    FOREIGN_LINE = (
        "FOREIGN_LINE",
        "Et af tegnene står ikke i aftalen under den farve. Genindlæs siden, og vælg igen.",
    )
    REPLACED = "REPLACED", "Det lys er allerede rettet. Ret i det nye i stedet."
    FOREIGN_LIGHT = "FOREIGN_LIGHT", "Det lys hører ikke til borgeren her."
    NO_SIGN = "NO_SIGN", "Skriv mindst ét tegn, så alle kan se, hvilken farve lyset har."
    LINE_TOO_LONG = "LINE_TOO_LONG", "En linje er for lang. Del den i to, eller skriv den kortere."
    TOO_MANY_LINES = "TOO_MANY_LINES", "Der er for mange linjer. Skriv højst 12 under hver farve."
    WHY_MISSING = "WHY_MISSING", "Skriv kort, hvorfor aftalen ikke er lavet sammen med borgeren."
    NEWER_MADE = (
        "NEWER_MADE",
        "En anden har lavet en ny aftale imens. Se den, og gem igen, hvis din skal gælde i stedet.",
    )
    NOT_CURRENT = "NOT_CURRENT", "Aftalen gælder ikke længere."
    END_WHY_MISSING = "END_WHY_MISSING", "Skriv kort, hvorfor aftalen slutter."


class ReminderRefusal(TextChoices):
    """Why a task or a follow-up is not given, handed on or settled."""

    STAFF_NOT_IN_TEAM = (
        "STAFF_NOT_IN_TEAM",
        "Medarbejderen er ikke i teamet den dag. Vælg en anden.",
    )
    DUE_PAST = "DUE_PAST", "Dagen er gået. Vælg i dag eller en dag længere fremme."
    CITIZEN_DIED = "CITIZEN_DIED", "Borgeren er død. Intet skal huskes mere."
    ALREADY_SETTLED = "ALREADY_SETTLED", "Den er allerede gjort op."
    NOT_SETTLED = "NOT_SETTLED", "Den er stadig åben."
    WAITS_ALREADY = "WAITS_ALREADY", "Der venter allerede en opfølgning om det samme."
    STILL_OPEN = "STILL_OPEN", "Vælg, om den er gjort eller bortfalder."
    WHY_MISSING = "WHY_MISSING", "Skriv kort hvorfor."


class MessageSide(TextChoices):
    """Who wrote a message."""

    TEAM = "TEAM", "Teamet"
    PARTNER = "PARTNER", "Samarbejdspartneren"


class AttachmentKind(TextChoices):
    """What hangs from a contact."""

    VOICE = "VOICE", "Lyd"
    PICTURE = "PICTURE", "Billede"


class AttachmentRefusal(TextChoices):
    """Why a sound or a picture is not kept."""

    EMPTY = "EMPTY", "Filen er tom. Vælg en anden, eller optag igen."
    VOICE_TOO_LARGE = (
        "VOICE_TOO_LARGE",
        "Lyden fylder mere end 64 MB – over en time. Del den i to, og gem dem hver for sig.",
    )
    PICTURE_TOO_LARGE = (
        "PICTURE_TOO_LARGE",
        "Billedet fylder mere end 16 MB. Tag det igen med færre detaljer, eller gør det mindre.",
    )
    NOT_SOUND = "NOT_SOUND", "Filen er ikke lyd, vi kan afspille. Optag igen, eller vælg en anden."
    NOT_PICTURE = (
        "NOT_PICTURE",
        "Filen er ikke et billede, vi kan vise. Vælg et billede i JPEG, PNG eller WebP.",
    )
    NEITHER = (
        "NEITHER",
        "Filen er hverken lyd eller et billede, vi kan vise. Vælg en anden.",
    )
    TOO_MANY_PIXELS = (
        "TOO_MANY_PIXELS",
        "Billedet har flere punkter, end vi kan tage imod. Tag det igen i en lavere opløsning.",
    )
    INFECTED = "INFECTED", "Der er måske virus i filen, så vi har ikke gemt den. Vælg en anden."
    SCANNER_DOWN = (
        "SCANNER_DOWN",
        "Vi kan ikke se filen efter for virus lige nu. Behold den, og prøv igen om lidt.",
    )


class Caller(TextChoices):
    """From whom a call for help comes."""

    CITIZEN = "CITIZEN", "Borgeren"
    NETWORK = "NETWORK", "Netværket"
    PARTNER = "PARTNER", "En samarbejdspartner"
    TEAM = "TEAM", "Teamet selv"


class Urgency(TextChoices):
    """How soon somebody must be there. In the order of how soon."""

    NOW = "NOW", "Nu"
    TODAY = "TODAY", "I dag"


class CallRefusal(TextChoices):
    """Why a call for help is not sent, taken or closed."""

    NOT_IN_TEAM = "NOT_IN_TEAM", "Medarbejderen er ikke i teamet i dag. Vælg en anden."
    ALREADY_TAKEN = "ALREADY_TAKEN", "En kollega har taget den."
    ALREADY_CLOSED = "ALREADY_CLOSED", "Kaldet er allerede lukket."
    WORDS_MISSING = "WORDS_MISSING", "Skriv kort, hvordan det endte."


class SmsMoment(TextChoices):
    """When the citizen wants to be reminded of an appointment."""

    EVENING_BEFORE = "EVENING_BEFORE", "Aftenen før kl. 18"
    MORNING = "MORNING", "Samme morgen kl. 8"
    TWO_HOURS = "TWO_HOURS", "To timer før"


class SmsStop(TextChoices):
    """How the citizen said that they want no more reminders."""

    BY_SMS = "BY_SMS", "Svarede STOP på en sms"
    BY_PLAN = "BY_PLAN", "Sagde stop i Min plan"
    TOLD_US = "TOLD_US", "Har sagt det til os"


class SmsState(TextChoices):
    """How far a reminder has come."""

    WAITING = "WAITING", "Venter"
    SENDING = "SENDING", "Bliver sendt"
    SENT = "SENT", "Sendt"
    DELIVERED = "DELIVERED", "Leveret"
    FAILED = "FAILED", "Kunne ikke sendes"
    GIVEN_UP = "GIVEN_UP", "Blev ikke sendt"


class SmsWhy(TextChoices):
    """Why a reminder did not go."""

    NUMBER = "NUMBER", "nummeret tager ikke imod sms"
    UNDELIVERED = "UNDELIVERED", "den nåede ikke frem til telefonen"
    UNREACHED = "UNREACHED", "sms-tjenesten svarede ikke"
    LATE = "LATE", "det var blevet for sent"
    ALREADY_TOLD = "ALREADY_TOLD", "borgeren er mindet om et andet tidspunkt"
    REPLACED = "REPLACED", "den næste påmindelse gik i stedet"
    MOVED = "MOVED", "aftalen er flyttet"
    CANCELLED = "CANCELLED", "aftalen står ikke længere"
    STOPPED = "STOPPED", "borgeren vil ikke have påmindelser"
    ON_HOLD = "ON_HOLD", "forløbet er i bero"
    ENDED = "ENDED", "forløbet er slut"


class ReplyKind(TextChoices):
    """What somebody answered to a reminder."""

    RING = "RING", "Vil ringes op"
    STOP = "STOP", "Vil ikke have flere"
    OTHER = "OTHER", "Skrev noget andet"


class SmsRefusal(TextChoices):
    """Why an agreement about reminders is not recorded."""

    PHONE_MISSING = "PHONE_MISSING", "Skriv det nummer, påmindelserne skal sendes til."
    NOT_A_NUMBER = (
        "NOT_A_NUMBER",
        "Det er ikke et telefonnummer. Skriv 8 cifre, eller + og landekode for et udenlandsk.",
    )
    MOMENT_MISSING = "MOMENT_MISSING", "Vælg, hvornår borgeren vil mindes om en aftale."
    TOO_MANY_MOMENTS = "TOO_MANY_MOMENTS", "Vælg højst to tidspunkter."
    TALKED_LATER = "TALKED_LATER", "Dagen er ikke kommet endnu. Skriv den dag, I talte om det."
    NOTHING_TO_STOP = "NOTHING_TO_STOP", "Der sendes ingen påmindelser."
