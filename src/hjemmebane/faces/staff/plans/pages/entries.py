"""Things in a plan as the page names them: who, what hangs on it, where a new one is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.plans.choices import GoalStatus
from hjemmebane.domain.plans.models import PlanActivity, PlanItem, Wish
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.faces.staff.plans.pages.parts import BY_KIND, Part
from hjemmebane.faces.staff.standpoints import StandpointOnPage
from hjemmebane.foundation.written import written_day


@dataclass(frozen=True)
class Who:
    """A person as the page names them."""

    name: str
    role: str

    @property
    def responsible(self) -> str:
        return f"Ansvarlig · {self.role}" if self.role else "Ansvarlig"


@dataclass(frozen=True)
class Entry:
    """One thing in the plan with what hangs on it.

    said: what the citizen last answered to it. own: where they said it themselves in Min plan, the
    words and recordings that stand beside the team's wording. standpoints: whether partners and the
    team agree with it.
    """

    part: Part
    item: PlanItem
    who: Who | None = None
    area: str = ""
    voice: str = ""
    said: str = ""
    own: Suggestion | None = None
    standpoints: Sequence[StandpointOnPage] = ()
    wishes: Sequence[Wish] = ()
    steps: Listing | None = None
    activities: Listing | None = None

    @property
    def anchor(self) -> str:
        return self.part.anchor(self.item.pk)

    @property
    def key(self) -> str:
        return str(self.item.pk)

    @property
    def words(self) -> str:
        """Of a wish: what the citizen said themselves, where there is more than a voice."""
        said = self.own.text if self.own else ""
        return said or str(getattr(self.item, "text", ""))

    @property
    def wording(self) -> str:
        """Of a wish: how the team writes it, where that is otherwise."""
        text = str(getattr(self.item, "text", ""))
        return "" if text == self.words else text

    @property
    def tone(self) -> str:
        """A goal still worked for stands out."""
        return "accent" if self.item.status == GoalStatus.OPEN else "quiet"

    @property
    def is_partners_own(self) -> bool:
        """Written by a partner with their own login: theirs, and changed by nobody here."""
        return isinstance(self.item, PlanActivity) and self.item.is_partners_own

    @property
    def reads_messages(self) -> str:
        """The partner who does it and has a login to read a message with; empty where nobody."""
        partner = self.item.partner_person if isinstance(self.item, PlanActivity) else None
        return partner.name if partner and partner.user_id else ""

    @property
    def when_and_where(self) -> str:
        """Of an activity: how often, where, and by when."""
        due = f"senest {written_day(self.item.due_on)}" if self.item.due_on else ""
        return " · ".join(filter(None, (self.item.how_often, self.item.place, due)))

    @property
    def hidden(self) -> str:
        """What a button says of itself to those who only hear it."""
        return f": {str(self.item)[:60]}"

    @property
    def reached(self) -> int:
        """Steps reached, of those that were not laid aside."""
        return sum(step.item.status == GoalStatus.REACHED for step in self._steps)

    @property
    def total(self) -> int:
        return sum(step.item.status != GoalStatus.DROPPED for step in self._steps)

    @property
    def _steps(self) -> Sequence[Entry]:
        return self.steps.entries if self.steps else ()


def partners_own(activity: PlanActivity) -> Entry:
    """What a partner wrote with their own login, by itself."""
    partner = activity.partner_person
    return Entry(
        BY_KIND[activity.item_kind], activity, who=Who(partner.name, str(partner.organisation))
    )


@dataclass(frozen=True)
class Listing:
    """Things of one kind in a row, and where a new one is written."""

    part: Part
    entries: Sequence[Entry]
    under: str = ""
    title: str = ""
    lead: str = ""
    of: str = ""

    @property
    def place(self) -> str:
        return self.part.place(self.under)

    @property
    def hidden(self) -> str:
        """What the button for a new one says of itself to those who only hear it."""
        return f": {self.title or self.of}" if self.title or self.of else ""
