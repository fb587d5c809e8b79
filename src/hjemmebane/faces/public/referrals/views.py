"""Receiving a referral from anybody, and telling its sender how it goes."""

from dataclasses import asdict
from uuid import UUID

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hjemmebane.domain.courses.actions import PUBLIC_REFERRAL, answer_referral, send_referral
from hjemmebane.domain.courses.choices import IntakeRefusal
from hjemmebane.domain.courses.queries import receipt_code, receiving_teams
from hjemmebane.faces.public.referrals.forms import AnswerForm, CodeForm, ReferralForm
from hjemmebane.faces.public.referrals.forms.referral import DECOY, blank
from hjemmebane.faces.public.referrals.pages import Sent, receipt_of, status_page, told_to
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import UNPROCESSABLE, require_form, sent
from hjemmebane.foundation.logs import log
from hjemmebane.foundation.records import RecordRefusal
from hjemmebane.gateways.clamav.client import scanner_in_use

logger = log(__name__)

REMEMBERED = "referral"
TOO_MANY = 429
# By what is counted (settings.ACCOUNT_RATE_LIMITS).
WAIT = {
    "referral": "Der er sendt mange henvisninger herfra den seneste time. Det, du skrev, står her"
    " endnu: vent lidt, og send igen – eller ring til teamet.",
    "receipt_code": "Der er prøvet mange koder herfra. Vent ti minutter, og prøv igen.",
}


@require_form
def new(request: HttpRequest) -> HttpResponse:
    at, teams, scanner = now(), receiving_teams(), scanner_in_use()
    form = ReferralForm(
        sent(request),
        first=blank(at),
        files=request.FILES,
        teams=teams,
        at=at,
        takes_files=scanner is not None,
    )
    if (
        form.is_sent()
        and _is_within_limit(request, form, "referral")
        and form.is_harmless(scanner)
        and _receives(request, form)
    ):
        return redirect("public:referrals:receipt")
    context = {"form": form, "teams": teams, "decoy": DECOY}
    return render(request, "public/referrals/new.html", context, status=form.status)


def _receives(request: HttpRequest, form: ReferralForm) -> bool:
    """Send what the form says; the browser's session keeps what its receipt is found by."""
    sending, remembered = Sent.of(form), request.session.get(REMEMBERED)

    def send_or_recall(**arguments: object) -> str:
        """The same form sent twice has one receipt; with other words it is another referral."""
        try:
            return send_referral(**arguments)
        except Refused as refused:
            if refused.reason is not RecordRefusal.ID_TAKEN:
                raise
            if sending.differs_from(remembered):
                raise Refused(RecordRefusal.SAVED_OTHERWISE) from refused
            return receipt_code(form.row_id)

    with acting(PUBLIC_REFERRAL):
        received = form.does(
            send_or_recall,
            id=form.row_id,
            team_id=UUID(form.cleaned_data["team"]),
            details=form.details(),
            cpr=form.cleaned_data["cpr"],
            attachments=form.attached(),
            by=PUBLIC_REFERRAL,
            at=form.at,
        )
    if received:
        request.session[REMEMBERED] = asdict(sending)
    return received


@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    shown = receipt_of(request.session.get(REMEMBERED), at=now())
    return render(request, "public/referrals/receipt.html", {"receipt": shown})


@require_form
def status(request: HttpRequest) -> HttpResponse:
    form, page = CodeForm(sent(request)), None
    if form.is_sent() and _is_within_limit(request, form, "receipt_code"):
        if told := told_to(form.cleaned_data["code"]):
            page = status_page(told)
        else:
            form.add_error("code", IntakeRefusal.UNKNOWN_CODE.label)
            form.status = UNPROCESSABLE
            logger.warning("refused", reason="UNKNOWN_CODE")
    answering = AnswerForm(first={"code": form.data.get("code", "")}) if page else None
    context = {"form": form, "page": page, "answering": answering}
    return render(request, "public/referrals/status.html", context, status=form.status)


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    form = AnswerForm(request.POST)
    is_read, is_allowed = form.is_sent(), _is_within_limit(request, form, "receipt_code")
    if is_read and is_allowed and _receives_answer(form):
        messages.success(request, "Tak. Dit svar er sendt til teamet.")
        return redirect("public:referrals:status")
    # An answer that says nothing still tries a code, so it is counted and told like any other.
    told = told_to(form.data.get("code", "")) if is_allowed else None
    context = {"form": form, "page": told and status_page(told), "answering": form}
    return render(request, "public/referrals/status.html", context, status=form.status)


def _receives_answer(form: AnswerForm) -> bool:
    with acting(PUBLIC_REFERRAL):
        return form.does(answer_referral, **form.values(), by=PUBLIC_REFERRAL, at=now())


def _is_within_limit(request: HttpRequest, form: RecordForm, counted: str) -> bool:
    """Whether this address may do it once more; else the form says when."""
    if ratelimit.consume(request, action=counted):
        return True
    form.status = TOO_MANY
    form.add_error(None, WAIT[counted])
    logger.warning("refused", reason="TOO_MANY", path=request.path)
    return False
