from django.db.models import TextChoices


class CourseStatus(TextChoices):
    """Where a course stands. On hold still counts in the caseload."""

    ACTIVE = "ACTIVE", "I gang"
    ON_HOLD = "ON_HOLD", "I bero"
    ENDED = "ENDED", "Afsluttet"


class LegalBasis(TextChoices):
    """The paragraph of serviceloven the support rests on."""

    SECTION_85 = "SEL_85", "Serviceloven § 85 (socialpædagogisk støtte)"
    SECTION_85A = "SEL_85A", "Serviceloven § 85 a (støtte efter Housing First)"
    SECTION_99 = "SEL_99", "Serviceloven § 99 (støtte- og kontaktperson)"
    OTHER = "OTHER", "Andet grundlag"


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
    ALREADY_THERE = "ALREADY_THERE", "Borgeren har allerede et forløb i teamet."
