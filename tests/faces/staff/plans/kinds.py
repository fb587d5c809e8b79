"""What a browser sends for each kind of thing in a plan, and where it sends it."""

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.plans.models import ITEM_MODELS, PlanItem
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import HTMX
from tests.factories.cast import Cast

TOMORROW = str(today() + dt.timedelta(days=1))
NOT_IN_LIST = "Valget findes ikke længere. Vælg igen."
MISSING = "Dette felt er påkrævet."
FUTURE = "Datoen ligger ude i fremtiden."


@dataclass(frozen=True)
class Kind:
    """The least one kind asks for; `says` is the field whose words are looked for on the page.

    refused: what is changed in the form, and the sentence that comes back.
    """

    kind: ItemKind
    slug: str
    region: str
    says: str
    least: dict[str, str]
    refused: tuple[tuple[dict[str, str], str], ...] = field(default=())

    def data(self, cast: Cast, **changes: object) -> dict[str, object]:
        """As the browser names it."""
        least = dict(self.least)
        if "goal" in least:
            least["goal"] = str(cast.kim.goal.pk)
        given = {"id": str(new_id()), self.says: f"Nyt i {self.slug}", **least, **changes}
        return prefixed(self.slug, given)


KINDS = (
    Kind(
        ItemKind.WISH,
        "oenske",
        "oensker-og-maal",
        "text",
        {"said_by": "CITIZEN", "said_on": "2025-05-01", "chime": "HOPE"},
        (
            ({"text": ""}, MISSING),
            ({"text": "å" * 10_001}, "må højst have 10000 tegn"),
            ({"said_on": TOMORROW}, FUTURE),
            ({"said_on": "i går"}, "Skriv en dato, der findes"),
            ({"said_by": "MOON"}, NOT_IN_LIST),
        ),
    ),
    Kind(
        ItemKind.GOAL,
        "maal",
        "oensker-og-maal",
        "text",
        {"responsible": "CITIZEN", "measure": "Vi ser det"},
        (
            ({"text": ""}, MISSING),
            ({"text": "å" * 2_001}, "må højst have 2000 tegn"),
            ({"responsible": ""}, "Vælg en fra listen."),
            ({"responsible": f"STAFF-{new_id()}"}, NOT_IN_LIST),
            ({"wishes": [str(new_id())]}, NOT_IN_LIST),
            ({"due_on": "31-02-2026"}, "Skriv en dato, der findes"),
            ({"due_on": "31-12-9999"}, "Skriv et årstal mellem 1850 og 2199."),
        ),
    ),
    Kind(
        ItemKind.SUB_GOAL,
        "delmaal",
        "oensker-og-maal",
        "text",
        {"goal": "", "due_on": ""},
        (
            ({"text": ""}, MISSING),
            ({"goal": str(new_id())}, NOT_IN_LIST),
            ({"text": "å" * 1_001}, "må højst have 1000 tegn"),
        ),
    ),
    Kind(
        ItemKind.ACTIVITY,
        "aktivitet",
        "oensker-og-maal",
        "what",
        {"responsible": "CITIZEN", "status": "PLANNED", "belongs": "alt", "place": "Søen"},
        (
            ({"what": ""}, MISSING),
            ({"belongs": str(new_id())}, NOT_IN_LIST),
            ({"responsible": f"NETWORK-{new_id()}"}, NOT_IN_LIST),
        ),
    ),
    Kind(
        ItemKind.RESOURCE,
        "ressource",
        "ressourcer",
        "text",
        {"area": "ECONOMY"},
        (({"text": ""}, MISSING), ({"area": "MOON"}, NOT_IN_LIST)),
    ),
    Kind(
        ItemKind.REFLECTION,
        "tanke",
        "tanker",
        "text",
        {"kind": "WORRY", "said_by": "CITIZEN"},
        (({"text": ""}, MISSING), ({"kind": ""}, MISSING)),
    ),
    Kind(
        ItemKind.OTHER_PLAN,
        "anden-plan",
        "koordinering",
        "owner",
        {"kind": "JOB_PLAN", "is_accepted": "unknown"},
        (({"kind": ""}, MISSING), ({"dated_on": TOMORROW}, FUTURE)),
    ),
    Kind(
        ItemKind.OTHER_EFFORT,
        "anden-indsats",
        "koordinering",
        "what",
        {"who": "Naboen"},
        (
            ({"what": ""}, MISSING),
            ({"who": ""}, "Vælg, hvem det er."),
            ({"organisation": str(new_id())}, NOT_IN_LIST),
        ),
    ),
    Kind(
        ItemKind.ASSESSMENT,
        "udredning",
        "koordinering",
        "barrier",
        {"kind": "SOMATIC", "status": "NEEDED", "needed_on": "2025-05-01", "who": "Egen læge"},
        (
            ({"kind": ""}, MISSING),
            ({"status": "DONE"}, "Skriv, hvilken dag det var."),
            ({"ordered_on": "2025-04-01"}, "Dagene står i forkert rækkefølge."),
            ({"declined_on": "2025-04-01"}, "Dagene står i forkert rækkefølge."),
            ({"started_on": TOMORROW}, FUTURE),
            ({"staff_member": str(new_id())}, NOT_IN_LIST),
            ({"needed_on": TOMORROW}, FUTURE),
        ),
    ),
    Kind(
        ItemKind.MEETING,
        "planmoede",
        "planmoeder",
        "notes",
        {"held_on": "2025-05-01", "participants": "Kim Krog, borger\nIda, bostøtte"},
        (
            ({"held_on": ""}, MISSING),
            ({"held_on": TOMORROW}, FUTURE),
            ({"participants": "Kim uden rolle"}, "Skriv navn, komma og rolle"),
            ({"participants": f"Kim, {'r' * 90}"}, "er for lang"),
        ),
    ),
    Kind(
        ItemKind.CONTRIBUTION,
        "bidrag",
        "bidrag",
        "text",
        {"line": "NURSE"},
        (
            ({"text": ""}, MISSING),
            ({"line": "MOON"}, NOT_IN_LIST),
            ({"staff_member": str(new_id())}, NOT_IN_LIST),
        ),
    ),
)


def prefixed(prefix: str, data: dict[str, object]) -> dict[str, object]:
    """Form data under a form's prefix."""
    return {f"{prefix}-{name}": value for name, value in data.items()}


def address(cast: Cast, name: str = "page", *args: object) -> str:
    """An address of Kim's plan."""
    return reverse(f"staff:plans:{name}", args=[cast.kim.citizen.pk, *args])


def new_address(cast: Cast, kind: Kind) -> str:
    return address(cast, "item_new", kind.slug)


def item_address(cast: Cast, name: str, kind: Kind, item_id: UUID) -> str:
    return address(cast, name, kind.slug, item_id)


def post(client: Client, url: str, data: dict[str, object], *, htmx: bool = True) -> HttpResponse:
    """Send a form, as htmx does or as a browser without it."""
    return client.post(url, data, headers=HTMX if htmx else {})


def rows(cast: Cast, kind: Kind) -> list[PlanItem]:
    """Everything of a kind in Kim's plan, in its order."""
    with acting(cast.ida.actor):
        found = ITEM_MODELS[kind.kind].objects.filter(plan=cast.kim.plan)
        return list(found.order_by("position", "pk"))


def added(cast: Cast, client: Client, kind: Kind, **changes: object) -> PlanItem:
    """A new one, sent by the browser."""
    data = kind.data(cast, **changes)
    response = post(client, new_address(cast, kind), data, htmx=False)
    assert response.status_code == 302, response.content.decode()
    key = str(data[f"{kind.slug}-id"])
    return next(item for item in rows(cast, kind) if str(item.pk) == key)
