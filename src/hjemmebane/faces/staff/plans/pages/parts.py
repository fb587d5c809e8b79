"""The eleven kinds of things in a plan: what differs between them is data, so the views are one."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.faces.staff.plans.forms import items
from hjemmebane.faces.staff.plans.forms.plan_form import PlanForm

# The regions of the page that swap themselves, by their id.
WISHES_AND_GOALS = "oensker-og-maal"
RESOURCES = "ressourcer"
REFLECTIONS = "tanker"
PURPOSE = "formaal"
CONTRIBUTIONS = "bidrag"
AROUND = "koordinering"
MEETINGS = "planmoeder"
AGREEMENT = "enighed"
VERSIONS = "versioner"
REGIONS = (
    WISHES_AND_GOALS,
    RESOURCES,
    REFLECTIONS,
    PURPOSE,
    CONTRIBUTIONS,
    AROUND,
    MEETINGS,
    AGREEMENT,
    VERSIONS,
)


@dataclass(frozen=True)
class Help:
    """A place in Metoden that helps here."""

    label: str
    anchor: str


@dataclass(frozen=True)
class Part:
    """One kind: its form, where it stands, how it is shown, and what is said about it."""

    kind: ItemKind
    form: type[PlanForm]
    region: str
    template: str
    add: str
    new: str
    edit: str
    this: str
    empty: str = ""
    empty_text: str = ""
    icon: str = "plus"
    button: str = "secondary"
    help: tuple[Help, ...] = ()
    movable: bool = True

    @property
    def slug(self) -> str:
        """The kind in addresses and anchors."""
        return str(self.form.prefix)

    @property
    def gone(self) -> str:
        """What is asked before one is removed."""
        return f"{self.this} tages ud af planen. Versioner, I har gemt, ændres ikke."

    def anchor(self, item_id: UUID) -> str:
        return f"{self.slug}-{item_id}"

    def place(self, under: str = "") -> str:
        """Where on the page a new one is written."""
        return "-".join(filter(None, ("ny", self.slug, under)))


SMART = Help("Sådan bliver et mål til at gå efter", "smart-specific")
CHIME = Help("Spørgsmål til samtalen om håb og ønsker", "samtaleguide-chime")
QUESTIONS = Help("De tre spørgsmål i metoden", "de-tre-spoergsmaal-worry")
COORDINATION = Help("Det spørger metoden om", "koordinering-other-providers")

PURPOSES = Help("Retningsgivende formål i metoden", "formaal-own-life")

PARTS = (
    Part(
        ItemKind.WISH,
        items.WishForm,
        WISHES_AND_GOALS,
        "staff/plans/items/wish.html",
        add="Tilføj et ønske",
        new="Et ønske, et håb eller en drøm",
        edit="Ret ønsket",
        this="Ønsket",
        empty="Ingen ønsker endnu",
        empty_text="Det er her, planen begynder: med det, borgeren selv siger.",
        icon="chat",
        help=(CHIME,),
    ),
    Part(
        ItemKind.GOAL,
        items.GoalForm,
        WISHES_AND_GOALS,
        "staff/plans/items/goal.html",
        add="Tilføj et mål",
        new="Et nyt mål",
        edit="Ret målet",
        this="Målet",
        empty="Ingen mål endnu",
        empty_text="Et mål hænger på et ønske. Siger ordet ikke noget, så brug de tre spørgsmål.",
        icon="flag",
        help=(SMART,),
    ),
    Part(
        ItemKind.SUB_GOAL,
        items.SubGoalForm,
        WISHES_AND_GOALS,
        "staff/plans/items/sub_goal.html",
        add="Tilføj et delmål",
        new="Et nyt delmål",
        edit="Ret delmålet",
        this="Delmålet",
        button="quiet",
    ),
    Part(
        ItemKind.ACTIVITY,
        items.ActivityForm,
        WISHES_AND_GOALS,
        "staff/plans/items/activity.html",
        add="Tilføj en aktivitet",
        new="En ny aktivitet",
        edit="Ret aktiviteten",
        this="Aktiviteten",
        button="quiet",
    ),
    Part(
        ItemKind.RESOURCE,
        items.ResourceForm,
        RESOURCES,
        "staff/plans/items/resource.html",
        add="Tilføj en ressource",
        new="En ny ressource",
        edit="Ret ressourcen",
        this="Ressourcen",
        empty="Ingen ressourcer endnu",
        empty_text="Hvad kan borgeren, og hvem kan borgeren regne med?",
        icon="star",
        help=(Help("Områderne i metoden", "ressource-social-network"),),
    ),
    Part(
        ItemKind.REFLECTION,
        items.ReflectionForm,
        REFLECTIONS,
        "staff/plans/items/reflection.html",
        add="Tilføj",
        new="Et svar på de tre spørgsmål",
        button="quiet",
        edit="Ret det",
        this="Det",
        help=(QUESTIONS,),
    ),
    Part(
        ItemKind.OTHER_PLAN,
        items.OtherPlanForm,
        AROUND,
        "staff/plans/items/other_plan.html",
        add="Tilføj en plan",
        new="En plan, som andre har",
        edit="Ret henvisningen",
        this="Henvisningen",
        empty="Ingen andre planer noteret",
        icon="document",
        help=(Help("Det spørger metoden om", "koordinering-action-plan-141"),),
    ),
    Part(
        ItemKind.OTHER_EFFORT,
        items.OtherEffortForm,
        AROUND,
        "staff/plans/items/other_effort.html",
        add="Tilføj en hjælper",
        new="En, der allerede hjælper",
        edit="Ret det",
        this="Det",
        empty="Ingen andre hjælpere noteret",
        icon="groups",
        help=(COORDINATION,),
    ),
    Part(
        ItemKind.ASSESSMENT,
        items.AssessmentForm,
        AROUND,
        "staff/plans/items/assessment.html",
        add="Skriv status",
        button="quiet",
        new="En udredning",
        edit="Ret udredningen",
        this="Udredningen",
        help=(Help("Det spørger metoden om", "koordinering-other-assessments"),),
    ),
    Part(
        ItemKind.MEETING,
        items.MeetingForm,
        MEETINGS,
        "staff/plans/items/meeting.html",
        add="Tilføj et planmøde",
        new="Et planmøde",
        edit="Ret planmødet",
        this="Mødet",
        empty="Ingen planmøder endnu",
        icon="calendar-month",
        movable=False,
    ),
    Part(
        ItemKind.CONTRIBUTION,
        items.ContributionForm,
        CONTRIBUTIONS,
        "staff/plans/items/contribution.html",
        add="Skriv",
        button="quiet",
        new="Et fagligt bidrag",
        edit="Ret bidraget",
        this="Bidraget",
        movable=False,
    ),
)
BY_KIND = {part.kind: part for part in PARTS}
_BY_SLUG = {part.slug: part for part in PARTS}


def part_of(slug: str) -> Part:
    """The kind an address names. Raises Http404."""
    if slug not in _BY_SLUG:
        raise Http404
    return _BY_SLUG[slug]
