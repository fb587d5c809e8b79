import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from hjemmebane.domain.audit.actions import log_access
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.citizens.rules import check_is_cpr, check_reason
from hjemmebane.domain.courses.choices import CourseStatus, IntakeRefusal, ReferralStatus
from hjemmebane.domain.courses.models import EarlyContact, Referral, ReferralAttachment
from hjemmebane.domain.courses.queries.referrals import (
    attachment_place,
    code_index,
    cpr_of_referral,
    receipt_code,
    referral_place,
    told_referrer,
)
from hjemmebane.domain.courses.rules import (
    check_can_answer,
    check_can_ask,
    check_can_take_up,
    check_is_kept,
)
from hjemmebane.domain.courses.rules.intake import check_can_be_reached, check_receives
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.cpr import spelled_cpr
from hjemmebane.foundation.database import ask_guard
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.logs import log
from hjemmebane.foundation.sealing import blind_index, seal, seal_bytes

logger = log(__name__)

# Anybody, through the public form: may add a referral and read nothing back.
PUBLIC_REFERRAL = Actor.system("public-referral")


@dataclass(frozen=True)
class ReferralDetails:
    """The fields of the public form, as typed."""

    referrer_name: str
    citizen_name: str
    difficulties: str
    why: str
    referrer_workplace: str = ""
    referrer_phone: str = ""
    referrer_email: str = ""
    where: str = ""
    citizen_knows: bool = False
    wishes: str = ""
    present_efforts: str = ""
    tried_efforts: str = ""
    housing: str = ""
    income: str = ""
    partners: str = ""
    expectations: str = ""


@dataclass(frozen=True)
class AttachedFile:
    """A file that was checked by the face: its name, what it is, and what is in it."""

    name: str
    content_type: str
    content: bytes


@action
def send_referral(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team_id: UUID,
    details: ReferralDetails,
    cpr: str = "",
    attachments: Sequence[AttachedFile] = (),
    by: Actor,
    at: dt.datetime,
) -> str:
    """Receive a referral from anybody. Returns the receipt code, the only key the referrer gets.

    Refuses an unknown team, a referrer who cannot be reached, and a malformed CPR number; an
    unknown one is no hindrance. A form that comes twice is refused as ID_TAKEN, and its code is
    the same.
    """
    check_receives(team_id)
    check_can_be_reached(phone=details.referrer_phone, email=details.referrer_email)
    digits = check_is_cpr(cpr, today=day_of(at)).digits if cpr.strip() else ""
    referral = Referral(
        id=id,
        team_id=team_id,
        code_index=code_index(receipt_code(id)),
        received_at=at,
        cpr_sealed=seal(digits, place=referral_place(id)),
        cpr_index=blind_index(digits),
        **asdict(details),
    )
    referral.insert()
    for file in attachments:
        _attach(referral, file)
    return receipt_code(id)


def _attach(referral: Referral, file: AttachedFile) -> None:
    key = new_id()
    ReferralAttachment(
        id=key,
        referral=referral,
        team_id=referral.team_id,
        name=file.name,
        content_type=file.content_type,
        size=len(file.content),
        content_sealed=seal_bytes(file.content, place=attachment_place(key)),
    ).insert()


@action
def answer_referral(*, code: str, answer: str, by: Actor, at: dt.datetime) -> None:
    """The referrer answers the one question they were asked, with nothing but the code.

    The row is written by an owner-defined function: this actor can neither read nor change rows.
    """
    told = told_referrer(code)
    if told is None:
        raise Refused(IntakeRefusal.UNKNOWN_CODE, field="code")
    check_can_answer(
        asked=bool(told.question),
        answered=told.answered,
        decided=told.status == ReferralStatus.DECIDED,
        answer=answer,
    )
    if ask_guard("answer_referral", code_index(code), answer.strip(), at) == [(False,)]:
        raise Refused(IntakeRefusal.ALREADY_ANSWERED)


@action
def ask_referrer(
    *, referral: Referral, question: str, version: int, by: Actor, at: dt.datetime
) -> Referral:
    """Ask the referrer one question, which they read with their code. Raises EditConflict."""
    check_can_ask(referral, question)
    changes = {"question": question.strip(), "asked_at": at, "asked_by_id": by.user_id}
    return referral.save_changes(changes, version=version)


@action
def take_up_referral(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    referral: Referral,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> EarlyContact:
    """Begin to look into a referral: the person becomes an early contact of the team's."""
    early = EarlyContact(
        id=id,
        team_id=referral.team_id,
        called=referral.citizen_name[:120],
        where=referral.where[:200],
        spotted_on=day_of(referral.received_at),
        citizen_id=referral.citizen_id,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    early.check_unsent()
    check_can_take_up(referral)
    early.insert()
    changes = {"early_contact_id": early.pk, "status": ReferralStatus.UNDER_WAY}
    referral.save_changes(changes, version=version)
    return early


@action
def join_referral(
    *,
    referral: Referral,
    early_contact: EarlyContact | None = None,
    citizen: Citizen | None = None,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Referral:
    """Say that a referral is about somebody known already. A person decides that, never we.

    With an early contact it follows what is decided there; about a citizen it is decided already.
    """
    check_can_take_up(referral)
    if early_contact:
        check_is_kept(early_contact)
        if early_contact.team_id != referral.team_id:
            raise Refused(IntakeRefusal.OTHER_TEAM)
        changes = {"early_contact_id": early_contact.pk, "status": ReferralStatus.UNDER_WAY}
    else:
        changes = {"citizen_id": citizen.pk if citizen else None}
        if _has_course_here(citizen, referral):
            changes["status"] = ReferralStatus.DECIDED
    return referral.save_changes(changes, version=version)


def _has_course_here(citizen: Citizen | None, referral: Referral) -> bool:
    """Whether the team works with the citizen now; one who comes back is looked into anew."""
    if citizen is None:
        return False
    here = citizen.courses.filter(team_id=referral.team_id)
    return here.exclude(status=CourseStatus.ENDED).exists()


@action
def reveal_referral_cpr(*, referral: Referral, reason: str, by: Actor, at: dt.datetime) -> str:
    """The CPR number that a referrer wrote, against a reason.

    The access log is about citizens in sight: until somebody has said who the referral is about, a
    line in the service's log is all there can be.
    """
    why = check_reason(reason)
    if referral.citizen_id and Citizen.objects.filter(pk=referral.citizen_id).exists():
        log_access(
            citizens=[referral.citizen_id],
            what="CPR-nummer i en henvisning",
            reason=why,
            by=by,
            at=at,
        )
    logger.info("referral cpr revealed", referral=str(referral.pk), actor=by.key)
    return spelled_cpr(cpr_of_referral(referral))
