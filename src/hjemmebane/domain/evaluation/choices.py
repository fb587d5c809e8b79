from django.db.models import TextChoices


class ReportState(TextChoices):
    """How far an ordered report is."""

    WAITING = "WAITING", "I kø"
    RUNNING = "RUNNING", "I gang"
    DONE = "DONE", "Færdig"
    REFUSED = "REFUSED", "Kan ikke laves"
    CANCELLED = "CANCELLED", "Stoppet"


UNDER_WAY = (ReportState.WAITING, ReportState.RUNNING)


class ReportStep(TextChoices):
    """What is being done to a report, in this order."""

    COURSES = "COURSES", "Finder forløbene"
    MEASUREMENTS = "MEASUREMENTS", "Samler skemaer og målinger"
    PRACTICE = "PRACTICE", "Samler kontakter, planer og praksismodel"
    TEAMS = "TEAMS", "Samler det, der gælder teamene"
    SUMS = "SUMS", "Regner og skjuler små tal"


class ReportRefusal(TextChoices):
    """Why a report is not ordered or not stopped."""

    NO_TEAM = "NO_TEAM", "Vælg mindst ét team."
    NOT_YOURS = "NOT_YOURS", "Vælg kun teams, som du leder eller koordinerer i dag."
    PART_OF_A_MONTH = "PART_OF_A_MONTH", "Rapporten går over hele måneder. Vælg to måneder."
    REVERSED = "REVERSED", "Perioden slutter, før den begynder. Byt om på de to måneder."
    FUTURE = "FUTURE", "Perioden er ikke slut endnu. Vælg en måned, der er gået."
    TOO_LONG = "TOO_LONG", "Perioden er længere end ti år. Vælg en kortere."
    TOO_NEAR = (
        "TOO_NEAR",
        (
            "Så få borgere skiller rapporten fra en, der er lavet, at de kunne regnes ud. Vælg den"
            " samme periode og de samme teams igen, eller en periode, hvor flere er kommet til."
        ),
    )
    UNDER_WAY = "UNDER_WAY", "Den rapport er allerede på vej. Se den på listen."
    SETTLED = "SETTLED", "Rapporten er ikke i gang mere, så der er ikke noget at stoppe."


class NotMade(TextChoices):
    """Why an ordered report could not be made."""

    TOO_FEW = (
        "TOO_FEW",
        "Der er for få forløb til en rapport. Vælg en længere periode eller flere teams.",
    )
    BROKE_DOWN = (
        "BROKE_DOWN",
        "Det gik galt undervejs, og intet er gemt. Sig det til jeres it, og bestil den igen.",
    )
