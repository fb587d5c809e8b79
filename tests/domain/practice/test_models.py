import pytest
from django.db import ProgrammingError, transaction

from tests.domain.practice.test_actions import place


def test_placement_can_be_neither_changed_nor_removed(as_ida):
    placed = place(as_ida.kim.course, as_ida.ida)

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        placed.save_changes({"reason": "Noget andet"}, version=placed.version)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        placed.remove(version=placed.version)
