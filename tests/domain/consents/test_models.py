import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from hjemmebane.domain.consents.models import Consent
from hjemmebane.foundation.ids import new_id
from tests.domain.consents.test_actions import YESTERDAY, give
from tests.factories.cast import NOW

FIELDS = Consent._meta.concrete_fields


def test_consent_cannot_be_deleted(as_ida):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        give(as_ida, as_ida.ida).remove(version=1)


def test_database_refuses_what_the_rules_refuse(as_ida):
    given = give(as_ida, as_ida.ida)
    for values in (
        {"team_id": as_ida.team_one.pk},
        {"organisation_id": None},
        {"until_on": YESTERDAY},
        {"withdrawn_at": NOW},
        {"withdrawn_by_id": as_ida.ida.user.pk},
    ):
        written = {field.attname: getattr(given, field.attname) for field in FIELDS}
        consent = Consent(**{**written, "id": new_id(), **values})
        with pytest.raises(IntegrityError), transaction.atomic():
            consent.save(force_insert=True)
