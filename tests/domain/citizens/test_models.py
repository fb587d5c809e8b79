import pytest
from django.db import ProgrammingError, transaction

from hjemmebane.domain.citizens.models import Citizen
from tests.domain.citizens.test_actions_around import describe


def test_citizen_cannot_be_deleted(as_ida):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Citizen.objects.filter(pk=as_ida.kim.citizen.pk)._raw_delete("default")


def test_description_can_be_neither_changed_nor_removed(as_ida):
    described = describe(as_ida, as_ida.ida, "På gaden")

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        described.save_changes({"text": "Noget andet"}, version=1)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        described.remove(version=1)
