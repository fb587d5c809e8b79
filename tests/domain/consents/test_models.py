import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from hjemmebane.domain.consents.models import Consent
from tests.domain.consents.test_actions import YESTERDAY, give
from tests.factories.cast import NOW


def test_consent_cannot_be_deleted(as_ida):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        give(as_ida, as_ida.ida).remove(version=1)


def test_database_refuses_what_the_rules_refuse(as_ida):
    given = give(as_ida, as_ida.ida)
    for values in (
        {"team": as_ida.team_one},
        {"organisation": None},
        {"until_on": YESTERDAY},
        {"withdrawn_at": NOW},
        {"withdrawn_by": as_ida.ida.user},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Consent.objects.filter(pk=given.pk).update(**values)
