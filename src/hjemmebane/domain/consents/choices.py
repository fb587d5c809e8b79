from django.db.models import TextChoices


class ConsentScope(TextChoices):
    """The parts of the record that a consent can open."""

    TEAM_WORK = "TEAM_WORK", "Teamets fælles arbejde i forløbet"
    GOALS = "GOALS", "Mål og delmål"
    ACTIVITIES = "ACTIVITIES", "Aktiviteter"
    APPOINTMENTS = "APPOINTMENTS", "Aftaler"
    CONTACT_INFORMATION = "CONTACT_INFORMATION", "Kontaktoplysninger"
    AGREEMENTS = "AGREEMENTS", "Aftaler om kontakt"
    MEASUREMENTS = "MEASUREMENTS", "Udvalgte målinger"


class ConsentedKind(TextChoices):
    """The kinds of things that are opened one by one."""

    GOAL = "GOAL", "Mål"


class HowGiven(TextChoices):
    """The form in which the citizen said yes."""

    ORALLY = "ORALLY", "Mundtligt"
    ON_PAPER = "ON_PAPER", "På papir"
    READ_ALOUD = "READ_ALOUD", "Læst højt og givet mundtligt"
    BY_REPRESENTATIVE = "BY_REPRESENTATIVE", "Af værge eller med fuldmagt"


class ConsentRefusal(TextChoices):
    """Why a consent is not recorded or withdrawn."""

    FUTURE_START = "FUTURE_START", "Et samtykke kan ikke være givet ude i fremtiden."
    ENDS_BEFORE_START = "ENDS_BEFORE_START", "Samtykket slutter, før det begynder."
    ALREADY_OVER = (
        "ALREADY_OVER",
        "Samtykket er udløbet før i dag. Vælg en senere dag, eller lad feltet stå tomt.",
    )
    ALREADY_WITHDRAWN = "ALREADY_WITHDRAWN", "Samtykket er allerede trukket tilbage."
    ALREADY_RENEWED = "ALREADY_RENEWED", "Samtykket er allerede forlænget."
    SCOPE_MISSING = "SCOPE_MISSING", "Vælg mindst én ting, som samtykket åbner for."
    PERSON_ELSEWHERE = (
        "PERSON_ELSEWHERE",
        "Den, samtykket skal gælde for, arbejder ikke hos samarbejdspartneren.",
    )
    CPR_NUMBER = (
        "CPR_NUMBER",
        "Der står et CPR-nummer. Skriv uden: partneren kan læse, hvad samtykket skal bruges til.",
    )
    GIVER_MISSING = "GIVER_MISSING", "Vælg, hvem der sagde ja for borgeren."
    NOT_IN_FORCE = "NOT_IN_FORCE", "Samtykket gælder ikke længere. Giv et nyt."
    TEAM_FIRST = (
        "TEAM_FIRST",
        "Borgeren skal først have sagt ja til teamet, før der kan åbnes for en partner.",
    )
    ENDS_COURSE = (
        "ENDS_COURSE",
        "Samtykket til teamet er grundlaget for forløbet. Trækkes det tilbage, afsluttes forløbet.",
    )
