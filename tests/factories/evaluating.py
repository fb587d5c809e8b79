"""A report ordered and taken up, and a citizen's record whose figures are known."""

import datetime as dt

from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.contacts.choices import ContactKind, Outcome
from hjemmebane.domain.courses.actions import agree_on_intensity, put_on_hold
from hjemmebane.domain.courses.actions.forms import (
    complete_course_form,
    open_start_form,
)
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.evaluation.actions import (
    EVALUATION,
    begin_report,
    finish_report,
    order_report,
)
from hjemmebane.domain.evaluation.calculations.kept import mark_of, plain
from hjemmebane.domain.evaluation.calculations.report import (
    Report,
    Row,
    Section,
    Table,
    count_cell,
    hidden,
    number_cell,
    percent_cell,
)
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.evaluation.queries.gathering import Scope
from hjemmebane.domain.plans.actions import add_item, record_agreement
from hjemmebane.domain.plans.choices import AgreementStance, ItemKind
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, STARTED_ON, Case, Cast, Employee
from tests.factories.courses import HOLD, LOW
from tests.factories.measuring import answered, counted
from tests.factories.plans import TODAY

# After the months of the report; the cast's NOW lies within them.
AT = dt.datetime(2025, 7, 2, 8, 0, tzinfo=dt.UTC)
FIRST, LAST = dt.date(2025, 1, 1), dt.date(2025, 6, 30)
EARLY = dt.datetime(2025, 3, 10, 9, 0, tzinfo=dt.UTC)
DIMENSIONS = 11
FORM = {
    "housing": "SHELTER",
    "social_assessed": "NO",
    "health_assessed": "UNKNOWN",
    "has_psychiatric_diagnosis": "YES",
    "earlier_efforts": ["SEL_85", "SEL_110"],
    "present_efforts": [],
}


def ordered(cast: Cast, by: Employee, **changes) -> EvaluationReport:
    """A report over team one."""
    given = {"teams": [cast.team_one], "from_on": FIRST, "until_on": LAST, "at": AT}
    with acting(by.actor):
        return order_report(**{"id": new_id(), **given, **changes}, by=by.actor)


def begun(cast: Cast, by: Employee, **changes) -> EvaluationReport:
    """And the job has taken it up."""
    report = ordered(cast, by, **changes)
    with acting(EVALUATION):
        return begin_report(id=report.pk, by=EVALUATION, at=report.ordered_at)


def scope_of(report: EvaluationReport) -> Scope:
    return Scope(report.team_ids, report.from_on, report.until_on)


def live_half_a_year(case: Case, by: Employee, other: Employee) -> None:
    """Three meetings, of which one by two; forms, measurements, a plan and a move."""
    who = {"by": by.actor, "at": NOW}
    _meet(case, by, [by, other], kind=ContactKind.ACCOMPANIMENT, place=Place.OUTDOORS)
    _meet(case, by, [by], place=Place.HOME)
    _meet(case, by, [by], place=Place.OFFICE)
    _meet(case, by, [by], outcome=Outcome.NOT_MET, minutes=0)
    _meet(case, by, [by], outcome=Outcome.CANCELLED, minutes=0)
    _meet(case, by, [by], kind=ContactKind.NETWORK)
    form = open_start_form(id=new_id(), course=case.course, **who)
    complete_course_form(form=form, values=FORM, version=1, **who)
    counted(case, by, 1, 1, 1, 1, 1, at=EARLY, measured_on=EARLY.date())
    counted(case, by, 3, 3, 3, 3, 3)
    counted(case, by, 4, 4, 4, 4, 4, code="BRIEF_INSPIRE", at=EARLY, measured_on=EARLY.date())
    answered(case, by, *[3] * DIMENSIONS, code="VUM", at=EARLY, measured_on=EARLY.date())
    answered(case, by, *[2] * DIMENSIONS, code="VUM")
    agreed = {"plan": case.plan, "stance": AgreementStance.AGREES, "reason": "", "said_on": TODAY}
    record_agreement(id=new_id(), **agreed, **who)
    for values in (
        {"kind": "SOCIAL", "status": "DONE", "done_on": TODAY},
        {"kind": "SOMATIC", "status": "NEEDED"},
    ):
        add_item(id=new_id(), plan=case.plan, kind=ItemKind.ASSESSMENT, values=values, **who)
    for part, on in (("ENGAGEMENT", STARTED_ON), ("GOAL_WORK", TODAY)):
        place_course(
            id=new_id(), course=case.course, part=part, reason="Sådan er det", from_on=on, **who
        )
    agree_on_intensity(id=new_id(), course=case.course, values=LOW, **who)
    put_on_hold(id=new_id(), course=case.course, values=HOLD, **who)


def _meet(case: Case, by: Employee, staff: list[Employee], *, minutes: int = 60, **changes):
    details = ContactDetails(started_at=NOW, direct_minutes=minutes, **changes)
    log_contact(
        id=new_id(),
        course=case.course,
        details=details,
        staff=[one.staff_member for one in staff],
        sub_goals={},
        by=by.actor,
        at=NOW,
    )


PEOPLE = Table(
    code="GENDER",
    title="Køn",
    columns=("Antal", "Andel"),
    rows=(
        Row(code="WOMAN", title="Kvinde", cells=(count_cell(7, 12), percent_cell(7, 12))),
        Row(code="MAN", title="Mand", cells=(hidden(), hidden())),
    ),
    note="Af dem, der har et startskema.",
    published="Figur G",
)
CHANGED = Table(
    code="CHANGE",
    title="Før og efter",
    columns=("n (parret)", "Før", "Efter", "Ændring"),
    rows=(
        Row(
            code="inspire_o",
            title="Brief INSPIRE-O",
            cells=(count_cell(9), *(number_cell(one, n=9) for one in (39.7, 49.04, 9.34))),
        ),
        Row(code="gse", title="GSE", cells=tuple(hidden() for _ in range(4))),
    ),
    published="Figur 4",
)
SAMPLE = Report(
    edition="1",
    title="Evalueringsrapport",
    digest="0" * 64,
    least=5,
    from_month="2025-01",
    until_month="2025-05",
    caveats=("Der er ingen kontrolgruppe.",),
    sections=(
        Section(code="PEOPLE", title="Hvem borgerne er", tables=(PEOPLE,), text=("Ved start.",)),
        Section(code="RESULTS", title="Hvad der har ændret sig", tables=(CHANGED,)),
    ),
)


def made(cast: Cast, by: Employee, *, told: Report = SAMPLE, **changes) -> EvaluationReport:
    """A finished report of known words, whoever was in the teams."""
    report = begun(cast, by, **changes)
    content = plain(told)
    with acting(EVALUATION):
        return finish_report(
            report=report,
            content=content,
            content_hash=mark_of(content),
            smallest=told.least,
            by=EVALUATION,
            at=report.begun_at,
        )
