from django.db.models import TextChoices


class PartnerKind(TextChoices):
    """The field a partner works in."""

    JOB_CENTRE = "JOB_CENTRE", "Jobcenter"
    SUBSTANCE_TREATMENT = "SUBSTANCE_TREATMENT", "Rusmiddelbehandling"
    PSYCHIATRY = "PSYCHIATRY", "Psykiatri"
    SHELTER = "SHELTER", "Boform eller herberg"
    GENERAL_PRACTICE = "GENERAL_PRACTICE", "Almen praksis"
    HOSPITAL = "HOSPITAL", "Sygehus"
    HOME_CARE = "HOME_CARE", "Hjemmepleje"
    PROBATION = "PROBATION", "Kriminalforsorg"
    VOLUNTARY = "VOLUNTARY", "Forening eller frivillig"
    OTHER = "OTHER", "Andet"


class AgreementStatus(TextChoices):
    """Where a collaboration agreement stands."""

    DRAFT = "DRAFT", "På vej"
    IN_FORCE = "IN_FORCE", "Gælder"
    ENDED = "ENDED", "Ophørt"


class OfferKind(TextChoices):
    """What kind of place or company an offer is."""

    ASSOCIATION = "ASSOCIATION", "Forening"
    DROP_IN = "DROP_IN", "Værested"
    CLUB = "CLUB", "Klub eller hold"
    VOLUNTEERS = "VOLUNTEERS", "Frivillige"
    OTHER = "OTHER", "Andet"


class OfferTheme(TextChoices):
    """What people are there for."""

    NATURE = "NATURE", "Natur og dyr"
    MOVEMENT = "MOVEMENT", "Bevægelse og idræt"
    MUSIC = "MUSIC", "Musik og sang"
    CREATIVE = "CREATIVE", "Kunst og håndværk"
    FOOD = "FOOD", "Mad og måltider"
    COMPANY = "COMPANY", "Samvær og snak"
    GAMES = "GAMES", "Spil"
    LEARNING = "LEARNING", "At lære noget"
    HELPING = "HELPING", "At gøre noget for andre"
    FAITH = "FAITH", "Tro"
    PEERS = "PEERS", "At møde andre, der har prøvet det samme"


class Threshold(TextChoices):
    """What it takes to come the first time."""

    OPEN = "OPEN", "Bare kom"
    CALL_FIRST = "CALL_FIRST", "Ring først"
    SIGN_UP = "SIGN_UP", "Man skal melde sig ind"
    REFERRAL = "REFERRAL", "Kræver henvisning"


class PartnerRefusal(TextChoices):
    """Why something is not written into the address book, or about what stands there."""

    NAME_TAKEN = "NAME_TAKEN", "Samarbejdspartneren står allerede i kartoteket."
    OFFER_TAKEN = "OFFER_TAKEN", "Tilbuddet står her allerede."
    NOT_YOURS = "NOT_YOURS", "Det hører til en kommune, hvor du ikke er i et team."
    CPR_NUMBER = (
        "CPR_NUMBER",
        "Her står noget, der ligner et CPR-nummer. Andre teams læser med, så nævn ingen borgere.",
    )
    AGREEMENT_EXISTS = (
        "AGREEMENT_EXISTS",
        "Der er allerede en aftale med partneren. Ret den, eller skriv, at den er ophørt.",
    )
    DAY_MISSING = "DAY_MISSING", "Skriv, hvilken dag I blev enige."
    REVIEW_MISSING = "REVIEW_MISSING", "Skriv, hvornår I ser på aftalen igen."
    FUTURE = "FUTURE", "Dagen er ikke kommet endnu."
    REVIEW_TOO_EARLY = "REVIEW_TOO_EARLY", "Vælg en dag, der kommer efter den, I blev enige."
    NOTHING_WRITTEN = "NOTHING_WRITTEN", "Skriv noget på mindst én linje."
    FUNCTION_EXISTS = "FUNCTION_EXISTS", "Funktionen er allerede beskrevet. Ret den i stedet."
    THEME_MISSING = "THEME_MISSING", "Vælg mindst ét tema, så tilbuddet kan findes."
    HAS_LEFT = "HAS_LEFT", "Personen er allerede stoppet der."
    YET_TO_COME = "YET_TO_COME", "Dagen er ikke kommet endnu. Skriv den, når personen er stoppet."
    SAME_PLACE = "SAME_PLACE", "Personen er der allerede. Vælg et andet sted."
