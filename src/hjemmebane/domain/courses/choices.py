from django.db.models import TextChoices


class CourseStatus(TextChoices):
    """Where a course stands. On hold still counts in the caseload."""

    ACTIVE = "ACTIVE", "I gang"
    ON_HOLD = "ON_HOLD", "I bero"
    ENDED = "ENDED", "Afsluttet"


class ReferralStatus(TextChoices):
    """What the referrer is told."""

    RECEIVED = "RECEIVED", "Modtaget"
    UNDER_WAY = "UNDER_WAY", "I gang"
    DECIDED = "DECIDED", "Besluttet"


class EarlyOutcome(TextChoices):
    """What came of looking somebody up before they had a course."""

    MET = "MET", "Mødt"
    SEEN = "SEEN", "Set, men ikke talt med"
    NOT_MET = "NOT_MET", "Ikke truffet"
    DECLINED = "DECLINED", "Ville ikke tale"


class CriterionAnswer(TextChoices):
    """How one criterion of the target group was judged."""

    YES = "YES", "Ja"
    NO = "NO", "Nej"
    UNSURE = "UNSURE", "Usikker"


class DecisionOutcome(TextChoices):
    """What a target group assessment led to."""

    MATCH = "MATCH", "Indsatsen passer"
    LIGHTER = "LIGHTER", "En lettere hjælp passer bedre"
    NOT_NOW = "NOT_NOW", "Ikke nu"


class DraftKind(TextChoices):
    """A form that is a draft until somebody says that it is done."""

    ASSESSMENT = "ASSESSMENT", "Målgruppevurdering"
    START_FORM = "START_FORM", "Startskema"
    END_FORM = "END_FORM", "Slutskema"


class Known(TextChoices):
    """An answer that may be unknown."""

    YES = "YES", "Ja"
    NO = "NO", "Nej"
    UNKNOWN = "UNKNOWN", "Ved ikke"


class Intensity(TextChoices):
    """How close the contact is."""

    HIGH = "HIGH", "Høj"
    ORDINARY = "ORDINARY", "Almindelig"
    LOW = "LOW", "Lav"


class Cadence(TextChoices):
    """How often the team takes a citizen up at its meeting."""

    WEEKLY = "WEEKLY", "Hver uge"
    FORTNIGHTLY = "FORTNIGHTLY", "Hver anden uge"
    MONTHLY = "MONTHLY", "Hver måned"
    RARELY = "RARELY", "Sjældnere"


class Place(TextChoices):
    """Where it took place."""

    HOME = "HOME", "Hjemme"
    OUTDOORS = "OUTDOORS", "Ude"
    DROP_IN = "DROP_IN", "Værested"
    SHELTER = "SHELTER", "Boform eller herberg"
    PARTNER = "PARTNER", "Hos samarbejdspartner"
    OFFICE = "OFFICE", "Hos teamet"
    REMOTE = "REMOTE", "På afstand"


class WhenWithdrawn(TextChoices):
    """What the team does when the citizen withdraws."""

    SMS = "SMS", "Sender en sms"
    CALL = "CALL", "Ringer"
    KNOCK = "KNOCK", "Banker på – det er i orden ikke at åbne"
    LETTER_SLOT = "LETTER_SLOT", "Lægger en seddel i brevsprækken"
    LIGHT_IN_WINDOW = "LIGHT_IN_WINDOW", "Ser efter lys i vinduet"
    SIGN_OF_LIFE = "SIGN_OF_LIFE", "Beder om et livstegn"
    NETWORK = "NETWORK", "Spørger en, som borgeren har valgt"
    OTHER_FACE = "OTHER_FACE", "Lader en anden fra teamet prøve"


class LifeEventKind(TextChoices):
    """What happened in the citizen's life."""

    ADMISSION = "ADMISSION", "Indlæggelse"
    PRISON = "PRISON", "Fængsel eller arrest"
    MOVE = "MOVE", "Flytning"
    HOMELESS = "HOMELESS", "Mistede boligen"
    TREATMENT = "TREATMENT", "Begyndte i behandling"
    LOSS = "LOSS", "Mistede et menneske"
    WORK = "WORK", "Arbejde eller uddannelse"
    RELATION = "RELATION", "Fik et menneske tæt på"
    OTHER = "OTHER", "Andet"


class EndingReason(TextChoices):
    """Why a course ends."""

    GOALS_REACHED = "GOALS_REACHED", "Målene er nået"
    OPTED_OUT = "OPTED_OUT", "Borgeren har valgt det fra"
    CONSENT_WITHDRAWN = "CONSENT_WITHDRAWN", "Samtykket er trukket tilbage"
    MOVED = "MOVED", "Flyttet"
    DIED = "DIED", "Død"
    OTHER = "OTHER", "Andet"


class CourseRefusal(TextChoices):
    """Why a course is not started or changed."""

    FUTURE_START = "FUTURE_START", "Forløbet kan ikke starte ude i fremtiden."
    NOT_IN_TEAM = "NOT_IN_TEAM", "Du er ikke medlem af teamet i dag."
    ALREADY_ENDED = "ALREADY_ENDED", "Forløbet er afsluttet."
    CONSENT_MISSING = "CONSENT_MISSING", "Borgeren skal have givet samtykke, før forløbet starter."
    PRIMARY_NOT_IN_TEAM = (
        "PRIMARY_NOT_IN_TEAM",
        "Vælg en primær kontaktperson, der er i teamet i dag.",
    )
    HAS_DIED = "HAS_DIED", "Borgeren er død."
    ALREADY_THERE = "ALREADY_THERE", "Borgeren har allerede et forløb i teamet."
    UNDER_AGE = "UNDER_AGE", "Indsatsen er for voksne, og borgeren er ikke gammel nok endnu."
    UNKNOWN_BASIS = "UNKNOWN_BASIS", "Det grundlag findes ikke i metoden."
    UNKNOWN_CHOICE = "UNKNOWN_CHOICE", "Det valg findes ikke i metoden."
    FUTURE = "FUTURE", "Datoen ligger ude i fremtiden."
    BEFORE_COURSE = "BEFORE_COURSE", "Det ligger før forløbets start."
    REVERSED = "REVERSED", "Det slutter, før det begynder."
    STAFF_NOT_IN_TEAM = "STAFF_NOT_IN_TEAM", "Alle skal være i teamet den dag."
    FORM_COMPLETED = "FORM_COMPLETED", "Skemaet er gjort færdigt."
    FORM_UNFINISHED = "FORM_UNFINISHED", "Der mangler svar, før skemaet er færdigt."


class IntakeRefusal(TextChoices):
    """Why something before the course is not done."""

    UNREACHABLE = (
        "UNREACHABLE",
        "Skriv et telefonnummer eller en e-mail, så teamet kan få fat i dig.",
    )
    UNKNOWN_TEAM = "UNKNOWN_TEAM", "Vælg, hvilket team henvisningen er til."
    UNKNOWN_CODE = "UNKNOWN_CODE", "Vi kender ikke den kode. Se efter, om den er skrevet rigtigt."
    NOTHING_ASKED = "NOTHING_ASKED", "Teamet har ikke spurgt om noget."
    ALREADY_ANSWERED = "ALREADY_ANSWERED", "Spørgsmålet er besvaret."
    ANSWER_EMPTY = "ANSWER_EMPTY", "Skriv dit svar."
    ALREADY_ASKED = "ALREADY_ASKED", "Der er allerede spurgt én gang. Ring i stedet."
    ALREADY_DECIDED = "ALREADY_DECIDED", "Der er allerede truffet en beslutning."
    ALREADY_TAKEN_UP = "ALREADY_TAKEN_UP", "Henvisningen er allerede taget op."
    CLOSED = "CLOSED", "Den er lagt væk. Tag den frem igen først."
    OTHER_TEAM = "OTHER_TEAM", "Det hører til et andet team."
    ASSESSMENT_UNFINISHED = (
        "ASSESSMENT_UNFINISHED",
        "Gør målgruppevurderingen færdig, før I beslutter.",
    )
    ANSWERS_MISSING = "ANSWERS_MISSING", "Svar på alle kriterier, før vurderingen er færdig."
    REASONS_MISSING = "REASONS_MISSING", "Skriv en grund ved hvert svar."
    UNKNOWN_CRITERION = "UNKNOWN_CRITERION", "Det kriterium findes ikke i metoden."
    COMPLETED = "COMPLETED", "Vurderingen er gjort færdig og kan ikke ændres. Lav en ny."
    KNOWN_ELSEWHERE = (
        "KNOWN_ELSEWHERE",
        "Borgeren er kendt i et andet team. Bed en, der er i begge teams, om at starte forløbet.",
    )
    NO_MATCH = "NO_MATCH", "Beslut først, at indsatsen passer. Så kan forløbet starte."
    DECIDED_IN_FUTURE = "DECIDED_IN_FUTURE", "Beslutningen kan ikke være truffet ude i fremtiden."
    DECIDED_TOO_EARLY = (
        "DECIDED_TOO_EARLY",
        "Beslutningen kan ikke være truffet, før personen blev set første gang.",
    )
    ATTEMPT_IN_FUTURE = "ATTEMPT_IN_FUTURE", "Forsøget kan ikke ligge ude i fremtiden."
    SPOTTED_IN_FUTURE = "SPOTTED_IN_FUTURE", "Dagen kan ikke ligge ude i fremtiden."
    SUPPLIER_REASON = (
        "SUPPLIER_REASON",
        "Skriv, om borgerens ønske følges, og hvorfor hvis ikke. Det kræver § 85 a.",
    )


class PauseRefusal(TextChoices):
    """Why a course is not put on hold, turned down or taken up again."""

    WITHOUT_CITIZEN = (
        "WITHOUT_CITIZEN",
        "En pause aftales med borgeren. Er det ikke sket, så bliv ved med at prøve.",
    )
    PLAN_MISSING = "PLAN_MISSING", "Skriv, hvordan I holder kontakten imens."
    REVIEW_PAST = "REVIEW_PAST", "Vælg en dag ude i fremtiden, hvor I ser på det igen."
    ALREADY_ON_HOLD = "ALREADY_ON_HOLD", "Forløbet er allerede sat i bero."
    OVERLAPS = "OVERLAPS", "Dagene ligger oven i en tidligere periode."
    NOT_PAUSED = "NOT_PAUSED", "Forløbet er ikke i bero og ikke på lav intensitet."
    REASON_MISSING = "REASON_MISSING", "Skriv kort, hvorfor I tager forløbet op igen."
    HOW_MUCH = "HOW_MUCH", "Skriv, hvor mange kontakter eller minutter om ugen I har aftalt."
    MANY_CONTACTS = (
        "MANY_CONTACTS",
        "Det er mere, end et team kan nå. Skriv højst 70 kontakter om ugen.",
    )
    MANY_MINUTES = (
        "MANY_MINUTES",
        "Der er 10.080 minutter i en uge. Skriv et lavere tal.",
    )


class EndingRefusal(TextChoices):
    """Why a course is not ended."""

    NOT_BEGUN = "NOT_BEGUN", "Begynd afslutningen først."
    ALREADY_BEGUN = "ALREADY_BEGUN", "Afslutningen er allerede begyndt."
    BEFORE_START = "BEFORE_START", "Forløbet kan ikke slutte, før det startede."
    FUTURE = "FUTURE", "Forløbet kan ikke afsluttes ude i fremtiden."
    TRANSITION_REVERSED = "TRANSITION_REVERSED", "Overgangen slutter, før afslutningen begyndte."
    BY_WITHDRAWAL = (
        "BY_WITHDRAWAL",
        "Brug “Samtykket er trukket tilbage” eller “Borgeren er død”. Der sker mere.",
    )
    CANNOT_BE_CALLED_OFF = (
        "CANNOT_BE_CALLED_OFF",
        "Samtykket er trukket tilbage. Siger borgeren ja igen, så afslut, og start et nyt forløb.",
    )
