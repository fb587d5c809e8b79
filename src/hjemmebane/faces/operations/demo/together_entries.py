"""What `content/together.toml` looks like: agreements, places to belong, and what was judged."""

from hjemmebane.domain.partners.choices import OfferKind, OfferTheme, Threshold
from hjemmebane.domain.plans.choices import OverlapJudgement, OverlapKind
from hjemmebane.faces.operations.demo.entry import Entry, Span


class AgreementEntry(Entry):
    """With a partner of each team. review is ahead; review_ago: it should have been by then."""

    partner: str
    content: str
    contact_points: str = ""
    draft: bool = False
    agreed: Span = "1w"
    review: Span = "26w"
    review_ago: Span | None = None


class FunctionEntry(Entry):
    """What a partner of each team is for, by the code of the method's line."""

    partner: str
    said: dict[str, str]


class OfferEntry(Entry):
    name: str
    kind: OfferKind
    themes: tuple[OfferTheme, ...]
    about: str
    place: str
    district: str
    open_when: str
    threshold: Threshold
    barrier: str = ""
    contact_person: str = ""
    checked: Span


class JudgedEntry(Entry):
    """What was said to the first question of a kind about a citizen."""

    citizen: str
    kind: OverlapKind
    judgement: OverlapJudgement
    why: str


class TogetherEntry(Entry):
    agreement: tuple[AgreementEntry, ...]
    function: tuple[FunctionEntry, ...]
    offer: tuple[OfferEntry, ...]
    judged: tuple[JudgedEntry, ...]
