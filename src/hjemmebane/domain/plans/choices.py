from django.db.models import TextChoices


class GoalStatus(TextChoices):
    """Where a goal or a sub-goal stands."""

    OPEN = "OPEN", "I gang"
    REACHED = "REACHED", "Nået"
    DROPPED = "DROPPED", "Lagt væk"


class ActivityStatus(TextChoices):
    """Where an activity stands."""

    PLANNED = "PLANNED", "Aftalt"
    ONGOING = "ONGOING", "I gang"
    DONE = "DONE", "Gjort"
    DROPPED = "DROPPED", "Lagt væk"


# What an activity is when nobody does it any more.
CLOSED = (ActivityStatus.DONE, ActivityStatus.DROPPED)


class ResponsibleKind(TextChoices):
    """Who answers for a goal or does an activity."""

    CITIZEN = "CITIZEN", "Borgeren selv"
    STAFF = "STAFF", "Teamet"
    PARTNER = "PARTNER", "Samarbejdspartner"
    NETWORK = "NETWORK", "Netværket"


class ReflectionKind(TextChoices):
    """The three questions, an alternative to goals."""

    WORRY = "WORRY", "Det bekymrer"
    WORKS = "WORKS", "Det virker"
    NEXT_STEP = "NEXT_STEP", "Næste skridt"


class Voice(TextChoices):
    """Whose words they are."""

    CITIZEN = "CITIZEN", "Borgeren"
    TEAM = "TEAM", "Teamet"
    NETWORK = "NETWORK", "Netværket"


class Chime(TextChoices):
    """The five factors of personal recovery a wish may touch."""

    CONNECTEDNESS = "CONNECTEDNESS", "Forbundethed"
    HOPE = "HOPE", "Håb"
    IDENTITY = "IDENTITY", "Identitet"
    MEANING = "MEANING", "Mening"
    EMPOWERMENT = "EMPOWERMENT", "Empowerment"


class AgreementStance(TextChoices):
    """What the citizen says of the plan."""

    AGREES = "AGREES", "Enig"
    DISAGREES = "DISAGREES", "Uenig"
    COULD_NOT_ANSWER = "COULD_NOT_ANSWER", "Kunne ikke svare"


class OtherPlanKind(TextChoices):
    """Plans that others own."""

    SECTION_141 = "SECTION_141", "§ 141-handleplan"
    COORDINATING = "COORDINATING", "Koordinerende indsatsplan (region)"
    JOB_PLAN = "JOB_PLAN", "Plan i jobcentret"
    TREATMENT_PLAN = "TREATMENT_PLAN", "Behandlingsplan"
    OTHER = "OTHER", "Anden plan"


class AssessmentKind(TextChoices):
    """What is looked into, or put together from what others looked into."""

    SOCIAL = "SOCIAL", "Social (VUM eller lignende)"
    SECTION_141 = "SECTION_141", "Tilbud om § 141-handleplan"
    SOMATIC = "SOMATIC", "Somatisk"
    PSYCHIATRIC = "PSYCHIATRIC", "Psykiatrisk"
    SUBSTANCE = "SUBSTANCE", "Rusmidler"
    COORDINATING = "COORDINATING", "Koordinerende indsatsplan"

    @property
    def short_name(self) -> str:
        """As it is called in a row of others."""
        return SHORT_NAMES[self]


SHORT_NAMES = {
    AssessmentKind.SOCIAL: "social",
    AssessmentKind.SECTION_141: "§ 141",
    AssessmentKind.SOMATIC: "somatisk",
    AssessmentKind.PSYCHIATRIC: "psykiatrisk",
    AssessmentKind.SUBSTANCE: "rusmidler",
    AssessmentKind.COORDINATING: "koordinerende plan",
}


class AssessmentStatus(TextChoices):
    """How far an assessment has come."""

    NEEDED = "NEEDED", "Mangler"
    ORDERED = "ORDERED", "Bestilt"
    UNDER_WAY = "UNDER_WAY", "I gang"
    DONE = "DONE", "Gennemført"
    DECLINED = "DECLINED", "Borgeren siger nej"
    NOT_RELEVANT = "NOT_RELEVANT", "Ikke relevant"


class ItemKind(TextChoices):
    """The parts of a plan that are added, edited and taken away one by one."""

    WISH = "WISH", "Ønske, håb eller drøm"
    RESOURCE = "RESOURCE", "Ressource"
    GOAL = "GOAL", "Mål"
    SUB_GOAL = "SUB_GOAL", "Delmål"
    ACTIVITY = "ACTIVITY", "Aktivitet"
    REFLECTION = "REFLECTION", "Bekymring, det der virker og næste skridt"
    OTHER_PLAN = "OTHER_PLAN", "Anden plan"
    OTHER_EFFORT = "OTHER_EFFORT", "Anden indsats"
    ASSESSMENT = "ASSESSMENT", "Udredning"
    MEETING = "MEETING", "Planmøde"
    CONTRIBUTION = "CONTRIBUTION", "Fagligt bidrag"


class Demand(TextChoices):
    """Who comes to whom: an effort that the citizen must turn up for asks more of them."""

    OUTREACH = "OUTREACH", "De kommer til borgeren"
    ATTENDANCE = "ATTENDANCE", "Borgeren skal møde frem"


class OverlapKind(TextChoices):
    """What a question about several efforts is about."""

    SAME_AREA = "SAME_AREA", "Samme del af livet"
    SAME_TIME = "SAME_TIME", "Samme tid"
    DEMANDS = "DEMANDS", "Krav, der kan trække hver sin vej"


class OverlapJudgement(TextChoices):
    """What the team says to a question about several efforts."""

    FINE = "FINE", "Det er godt, som det er"
    CONFLICT = "CONFLICT", "De modarbejder hinanden"
    HANDLED = "HANDLED", "Vi har gjort noget ved det"


class PlanRefusal(TextChoices):
    """Why a plan is not changed."""

    COURSE_ENDED = "COURSE_ENDED", "Forløbet er afsluttet, så planen kan ikke ændres."
    PLAN_EXISTS = "PLAN_EXISTS", "Forløbet har allerede en plan."
    OTHER_PLAN = "OTHER_PLAN", "Det hører til en anden plan."
    ALREADY_SETTLED = "ALREADY_SETTLED", "Det er allerede gjort op."
    NOT_SETTLED = "NOT_SETTLED", "Det er stadig i gang."
    FUTURE = "FUTURE", "Datoen ligger ude i fremtiden."
    REASON_MISSING = "REASON_MISSING", "Skriv en kort grund."
    IN_USE = "IN_USE", "Der hænger noget på det, så det kan ikke fjernes. Læg det væk i stedet."
    WISH_IN_USE = (
        "WISH_IN_USE",
        "Et mål udspringer af ønsket, eller borgeren har selv sagt det. Så kan det ikke fjernes.",
    )
    RESPONSIBLE_MISSING = "RESPONSIBLE_MISSING", "Vælg, hvem det er."
    RESPONSIBLE_FOREIGN = "RESPONSIBLE_FOREIGN", "Den person hører ikke til forløbet."
    GOAL_MISSING = "GOAL_MISSING", "Vælg, hvilket mål det hører til."
    OTHER_GOAL = "OTHER_GOAL", "Delmålet hører til et andet mål."
    DAY_MISSING = "DAY_MISSING", "Skriv, hvilken dag det var."
    DAYS_REVERSED = "DAYS_REVERSED", "Dagene står i forkert rækkefølge."
    LINE_TAKEN = "LINE_TAKEN", "Fagligheden har allerede et bidrag. Ret det i stedet."
    UNKNOWN_CHOICE = "UNKNOWN_CHOICE", "Det valg findes ikke i metoden."
    OVERLAP_CHANGED = (
        "OVERLAP_CHANGED",
        "Noget af det, spørgsmålet handler om, er ændret imens. Læs det igen, og tryk så igen.",
    )
    OFFER_ELSEWHERE = "OFFER_ELSEWHERE", "Tilbuddet findes ikke i jeres kommune."
    NOTHING_CHANGED = "NOTHING_CHANGED", "Planen er ikke ændret siden sidste version."
    PARTNERS_OWN = (
        "PARTNERS_OWN",
        "Det har samarbejdspartneren selv skrevet. Skriv til dem, hvis det skal laves om.",
    )
