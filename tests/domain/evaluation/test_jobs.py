"""The job that makes a report: whole, in steps that are told, stopped between, or not at all."""

import pytest

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.evaluation import jobs
from hjemmebane.domain.evaluation.actions import EVALUATION, cancel_report
from hjemmebane.domain.evaluation.calculations.evaluation_report import report_of
from hjemmebane.domain.evaluation.calculations.kept import mark_of, plain, read_back
from hjemmebane.domain.evaluation.choices import NotMade, ReportState, ReportStep
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.evaluation.queries.gathering import STEPS, Gathering, gather
from hjemmebane.domain.evaluation.queries.reports import SILENCE, reports_to_make
from hjemmebane.foundation.actors import acting
from tests.factories.cast import start_case
from tests.factories.evaluating import AT, begun, live_half_a_year, ordered, scope_of

pytestmark = pytest.mark.django_db
NEIGHBOURS = ("Vera", "Egon", "Rosa", "Bent", "Inga", "Svend")


@pytest.fixture
def street(cast, monkeypatch):
    """Seven citizens in team one, of whom Kim has lived half a year; it is early in July."""
    monkeypatch.setattr(jobs, "now", lambda: AT)
    with acting(cast.ida.actor):
        live_half_a_year(cast.kim, cast.ida, cast.bo)
        for name in NEIGHBOURS:
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name))
    return cast


def stored(report):
    with acting(EVALUATION):
        return EvaluationReport.objects.get(pk=report.pk)


def test_report_is_made_and_kept_whole(street):
    report = ordered(street, street.mette)
    jobs.make(report.pk)

    done = stored(report)
    assert (done.state, done.smallest, done.step) == (ReportState.DONE, 5, ReportStep.SUMS)
    assert done.content_hash == mark_of(done.content)
    assert plain(read_back(done.content)) == done.content


def test_made_again_it_tells_the_same_under_other_pseudonyms(street):
    marks, files = set(), set()
    for _ in range(2):
        report = ordered(street, street.mette)
        jobs.make(report.pk)
        marks.add(stored(report).content_hash)
        files.add(stored(report).content["digest"])

    assert (len(marks), len(files)) == (1, 2)


def test_report_is_what_its_case_file_tells(street):
    report = ordered(street, street.mette)
    jobs.make(report.pk)
    gathering = Gathering(scope_of(begun(street, street.mette)))
    with acting(EVALUATION, read_only=True):
        for step in STEPS:
            gather(gathering, step)

    assert mark_of(plain(report_of(gathering.dataset()))) == stored(report).content_hash


def test_made_report_holds_nobody(street):
    report = ordered(street, street.mette)
    jobs.make(report.pk)
    told = repr(stored(report).content)

    for secret in ("Kim", "Krog", *NEIGHBOURS, str(street.kim.course.pk), "gerne ud"):
        assert secret not in told


def test_job_leaves_nobody_in_the_access_log(street):
    jobs.make(ordered(street, street.mette).pk)

    with acting(street.ida.actor):
        assert list(Access.objects.all()) == []


def test_too_few_courses_make_no_report(cast, monkeypatch):
    monkeypatch.setattr(jobs, "now", lambda: AT)
    report = ordered(cast, cast.mette)
    jobs.make(report.pk)

    assert (stored(report).state, stored(report).why) == (ReportState.REFUSED, NotMade.TOO_FEW)
    assert stored(report).content is None


def test_period_without_courses_makes_no_report(cast, monkeypatch):
    monkeypatch.setattr(jobs, "now", lambda: AT)
    before = {"from_on": AT.date().replace(2024, 1, 1), "until_on": AT.date().replace(2024, 1, 31)}
    report = ordered(cast, cast.mette, **before)
    jobs.make(report.pk)

    assert stored(report).why == NotMade.TOO_FEW


@pytest.mark.parametrize("before", [*STEPS, ReportStep.SUMS])
def test_stopped_report_leaves_off_before_the_next_step(street, monkeypatch, before):
    report, done = ordered(street, street.mette), []
    move_on = jobs.move_report_on

    def stopping(*, step, **others):
        if step == before:
            with acting(street.mette.actor):
                cancel_report(report=report, by=street.mette.actor, at=AT)
        done.append(step)
        return move_on(step=step, **others)

    monkeypatch.setattr(jobs, "move_report_on", stopping)
    jobs.make(report.pk)

    assert done[-1] == before
    assert (stored(report).state, stored(report).content) == (ReportState.CANCELLED, None)


class Lightning(Exception):
    """It struck."""


@pytest.mark.parametrize("at_step", [*STEPS, ReportStep.SUMS])
def test_job_that_breaks_down_leaves_nothing_and_is_done_again(street, monkeypatch, at_step):
    report = ordered(street, street.mette)

    def struck(*_anything):
        raise Lightning

    with monkeypatch.context() as broken:
        if at_step == ReportStep.SUMS:
            broken.setattr(jobs, "report_of", struck)
        else:
            broken.setitem(STEPS, at_step, struck)
        with pytest.raises(Lightning):
            jobs.make(report.pk)

    left = stored(report)
    assert (left.state, left.step, left.content) == (ReportState.RUNNING, at_step, None)
    jobs.make(report.pk)
    assert stored(report).state == ReportState.RUNNING  # it may still be at work
    monkeypatch.setattr(jobs, "now", lambda: AT + SILENCE * 2)
    with acting(EVALUATION):
        assert reports_to_make(jobs.now()) == [report.pk]
    jobs.make(report.pk)
    assert stored(report).state == ReportState.DONE


def test_resume_asks_for_each_report_once(street):
    ordered(street, street.mette)

    assert jobs.resume() == 0  # ordering has asked already
