from django.db.models import TextChoices


class Gender(TextChoices):
    """What the citizen says, or what the CPR number tells."""

    WOMAN = "WOMAN", "Kvinde"
    MAN = "MAN", "Mand"
    OTHER = "OTHER", "Andet"
    UNKNOWN = "UNKNOWN", "Ikke oplyst"


class Channel(TextChoices):
    """How the citizen would rather be reached."""

    VISIT = "VISIT", "Kom forbi"
    PHONE = "PHONE", "Ring"
    SMS = "SMS", "Sms"
    LETTER = "LETTER", "Brev"
    DIGITAL_POST = "DIGITAL_POST", "Digital Post"


class RepresentativeKind(TextChoices):
    """In what capacity somebody speaks for the citizen."""

    GUARDIAN = "GUARDIAN", "Værge"
    POWER_OF_ATTORNEY = "POWER_OF_ATTORNEY", "Fuldmagt"
    ASSESSOR = "ASSESSOR", "Bisidder"
    RELATIVE = "RELATIVE", "Pårørende"


class NetworkKind(TextChoices):
    """Whether a person in the network is there privately or by profession."""

    PRIVATE = "PRIVATE", "Privat"
    PROFESSIONAL = "PROFESSIONAL", "Professionel"


class Closeness(TextChoices):
    """How close the citizen says the person is."""

    CLOSE = "CLOSE", "Tæt på"
    SOME = "SOME", "Noget"
    DISTANT = "DISTANT", "På afstand"
    UNKNOWN = "UNKNOWN", "Ved ikke"


class CprRefusal(TextChoices):
    """What is wrong with a CPR number as typed."""

    FORMAT = "FORMAT", "CPR-nummeret skal have 10 cifre, fx 010190-1234."
    DATE = "DATE", "De første seks cifre i CPR-nummeret er ikke en dato."
    FUTURE = "FUTURE", "CPR-nummerets fødselsdato ligger ude i fremtiden."
    KNOWN = "KNOWN", "En borger med det CPR-nummer er allerede i et af dine teams."


class CitizenRefusal(TextChoices):
    """Why something about a citizen is not done."""

    BORN_IN_FUTURE = "BORN_IN_FUTURE", "Fødselsdatoen ligger ude i fremtiden."
    TOO_OLD = "TOO_OLD", "Fødselsdatoen ligger mere end 120 år tilbage."
    REASON_MISSING = "REASON_MISSING", "Skriv, hvorfor du har brug for at se oplysningen."
    ADDRESS_HIDDEN = (
        "ADDRESS_HIDDEN",
        "Skriv adressen, når beskyttelsen skal væk. Kender du den ikke, så vis den først.",
    )
    EMPTY = "EMPTY", "Feltet skal udfyldes."
    IN_USE = "IN_USE", "Personen indgår i planen og kan ikke fjernes. Ret planen først."
