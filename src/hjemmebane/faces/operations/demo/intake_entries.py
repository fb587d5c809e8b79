"""What `content/intake.toml` looks like: people who have no course, and what is done about them."""

from hjemmebane.domain.courses.choices import DecisionOutcome, EarlyOutcome
from hjemmebane.faces.operations.demo.entries import Entry, Span


class AttemptEntry(Entry):
    ago: Span
    outcome: EarlyOutcome
    where: str = ""
    note: str = ""


class DecisionEntry(Entry):
    outcome: DecisionOutcome
    reason: str
    ago: Span
    legal_basis: str = "SEL_85"
    is_formal: bool = False


class AssessmentEntry(Entry):
    """`unsure` and `against` are codes of criteria; what is not named speaks for M-ACT.

    completed: nothing while it is a draft; then only the first criteria are answered.
    """

    ago: Span
    gathered: str
    because: str
    own_account: str = ""
    unsure: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    completed: Span | None = None
    decision: DecisionEntry | None = None


class ReferralEntry(Entry):
    code: str
    ago: Span
    referrer: str
    workplace: str = ""
    phone: str = "00 00 10 55"
    citizen: str
    where: str = ""
    knows: bool = False
    wishes: str = ""
    difficulties: str
    why: str
    question: str = ""
    answer: str = ""


class EarlyEntry(Entry):
    """Somebody with no course. referrals: the first becomes the early contact, others are joined.

    Without referrals they were spotted: `called`, `where` and `note` are the team's own words.
    """

    code: str
    who: str
    called: str = ""
    ago: Span
    where: str = ""
    note: str = ""
    referrals: tuple[ReferralEntry, ...] = ()
    attempt: tuple[AttemptEntry, ...] = ()
    assessment: AssessmentEntry | None = None


class IntakeEntry(Entry):
    """`referral` are those nobody has taken up."""

    team: int
    referral: tuple[ReferralEntry, ...]
    early: tuple[EarlyEntry, ...]
