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


class PartnerRefusal(TextChoices):
    """Why a partner is not written into the address book."""

    NAME_TAKEN = "NAME_TAKEN", "Samarbejdspartneren står allerede i kartoteket."
