"""The team's templates for visits."""

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.contacts.actions import add_visit_template, change_visit_template
from hjemmebane.domain.contacts.choices import ContactKind, TemplateRefusal
from hjemmebane.domain.contacts.models import VisitTemplate
from hjemmebane.domain.contacts.queries import templates_in_use, templates_of
from hjemmebane.domain.courses.choices import Place
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.keeping import keep_row
from tests.factories.refusals import refused_as_not_yours


def write(cast, by, *, template_id=None, **values):
    return add_visit_template(
        id=template_id or new_id(),
        team=cast.team_one,
        values={"name": "Gåtur", **values},
        by=by.actor,
        at=NOW,
    )


def change(template, by, *, version=1, **values):
    return change_visit_template(
        template=template,
        values={"name": template.name, **values},
        version=version,
        by=by.actor,
        at=NOW,
    )


def test_template_keeps_what_was_written(cast):
    typed = {
        "name": "Gåtur i skoven",
        "kind": ContactKind.ACCOMPANIMENT,
        "place": Place.OUTDOORS,
        "minutes": 90,
        "note": "Hvad lavede vi:",
        "position": 3,
    }
    with acting(cast.bo.actor):
        template = write(cast, cast.bo, **typed)

        kept = VisitTemplate.objects.get(pk=template.pk)
        assert {name: getattr(kept, name) for name in typed} == typed
        with pytest.raises(AlreadySaved):
            write(cast, cast.bo, template_id=template.pk, **typed)


def test_templates_come_in_their_order_and_those_put_away_are_not_offered(cast):
    with acting(cast.bo.actor):
        for name, position in (("Østerbro", 2), ("Zoo", 2), ("Apotek", 7), ("Først", 1)):
            write(cast, cast.bo, name=name, position=position)
        away = VisitTemplate.objects.get(name="Zoo")
        change(away, cast.bo, position=2, is_active=False)
    with acting(cast.ida.actor):
        every = [one.name for one in templates_of(cast.team_one.pk)]
        offered = [one.name for one in templates_in_use(cast.team_one.pk)]

    assert every == ["Først", "Zoo", "Østerbro", "Apotek"]
    assert offered == ["Først", "Østerbro", "Apotek"]


@pytest.mark.parametrize(
    ("values", "reason", "field"),
    [
        ({"name": "besøg HJEMME"}, TemplateRefusal.NAME_TAKEN, "name"),
        ({"note": "Kim 0101901234"}, TemplateRefusal.CPR_NUMBER, "note"),
        ({"name": "010190-1234"}, TemplateRefusal.CPR_NUMBER, "name"),
    ],
)
def test_template_is_refused(cast, values, reason, field):
    with acting(cast.bo.actor):
        write(cast, cast.bo, name="Besøg hjemme")
        other = write(cast, cast.bo, name="Anden")
        for job in (
            lambda: write(cast, cast.bo, **values),
            lambda: change(other, cast.bo, **values),
        ):
            with pytest.raises(Refused) as refused:
                job()
            assert (refused.value.reason, refused.value.field) == (reason, field)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"minutes": 0}, "minutes"),
        ({"minutes": 1441}, "minutes"),
        ({"position": 0}, "position"),
        ({"note": "a" * 2001}, "note"),
        ({"kind": "PARTY"}, "kind"),
    ],
)
def test_bad_field_is_named(cast, values, field):
    with acting(cast.bo.actor), pytest.raises(ValidationError) as invalid:
        write(cast, cast.bo, **values)

    assert list(invalid.value.message_dict) == [field]


def test_stale_change_meets_the_other_one(cast):
    with acting(cast.bo.actor):
        template = write(cast, cast.bo)
        change(template, cast.bo, note="Først")
        with pytest.raises(EditConflict):
            change(template, cast.bo, note="Så")


def test_templates_are_the_coordinators_to_write(cast):
    with acting(cast.bo.actor):
        template = write(cast, cast.bo)
    for other in (cast.ida, cast.omar):
        with acting(other.actor):
            with pytest.raises(Refused) as writing:
                write(cast, other)
            with pytest.raises(Refused) as changing:
                change(template, other)
            reasons = {writing.value.reason, changing.value.reason}
            assert reasons == {TemplateRefusal.NOT_COORDINATOR}
    with acting(cast.ida.actor):
        assert VisitTemplate.objects.update(name="Mit") == 0
        with refused_as_not_yours():
            row = VisitTemplate(team=cast.team_one, name="Mit")
            keep_row(record=row, by=cast.ida.actor)
    with acting(cast.omar.actor):
        assert not VisitTemplate.objects.exists()
