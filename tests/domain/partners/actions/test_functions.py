"""What a partner is for, in the lines of the method."""

import pytest

from hjemmebane.domain.partners.actions import change_function, describe_function
from hjemmebane.domain.partners.choices import PartnerRefusal
from hjemmebane.domain.partners.models import PartnerFunction
from hjemmebane.domain.partners.queries import function_lines, function_of
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW, employ
from tests.factories.plans import refusal_of

SAID = {"PARTNER_TASKS": " Finder job ", "PARTNER_NOT": " ", "MOON": "Ukendt"}


def describe(cast, by=None, **changes):
    given = {
        "id": new_id(),
        "organisation": cast.job_centre,
        "method_pack": cast.team_one.method_pack,
        "answers": SAID,
    }
    return describe_function(**given | changes, by=by or cast.ida.actor, at=NOW)


def change(cast, function, by=None, **changes):
    given = {
        "function": function,
        "organisation": cast.job_centre,
        "method_pack": cast.team_one.method_pack,
        "answers": SAID,
        "version": 1,
    }
    return change_function(**given | changes, by=by or cast.ida.actor, at=NOW)


def test_what_is_said_is_kept_by_line(as_ida):
    described = describe(as_ida)

    assert function_of(as_ida.job_centre) == described
    assert described.answers == {"PARTNER_TASKS": "Finder job"}
    assert "PARTNER_TASKS" in {line.code for line in function_lines(described.method_pack)}


def test_it_is_written_anew(as_ida):
    described = describe(as_ida)

    change(as_ida, described, answers={"PARTNER_NOT": "Udbetaler penge"})

    kept = PartnerFunction.objects.get()
    assert kept.answers == {"PARTNER_TASKS": "Finder job", "PARTNER_NOT": "Udbetaler penge"}
    with pytest.raises(EditConflict):
        change(as_ida, described, version=1)


@pytest.mark.parametrize(
    ("answers", "reason", "field"),
    [
        ({"PARTNER_TASKS": " "}, PartnerRefusal.NOTHING_WRITTEN, None),
        ({"PARTNER_TASKS": "070761-4285"}, PartnerRefusal.CPR_NUMBER, "PARTNER_TASKS"),
    ],
)
def test_it_is_refused(as_ida, answers, reason, field):
    assert refusal_of(describe, cast=as_ida, answers=answers) == (reason, field)
    described = describe(as_ida)
    assert refusal_of(change, cast=as_ida, function=described, answers=answers) == (reason, field)


def test_partner_has_one(as_ida):
    described = describe(as_ida)

    with pytest.raises(AlreadySaved):
        describe(as_ida, id=described.pk)
    assert refusal_of(describe, cast=as_ida) == (PartnerRefusal.FUNCTION_EXISTS, None)


def test_other_municipalities_keep_out(cast):
    with acting(cast.ida.actor):
        described = describe(cast)
    with acting(OPERATIONS):
        stranger = employ("Sten", "Bostøtte")

    with acting(stranger.actor):
        by = stranger.actor
        assert refusal_of(describe, cast=cast, by=by) == (PartnerRefusal.NOT_YOURS, None)
        assert refusal_of(change, cast=cast, function=described, by=by) == (
            PartnerRefusal.NOT_YOURS,
            None,
        )
        assert PartnerFunction.objects.filter(pk=described.pk).update(answers={}) == 0
