"""The daily round: every record that goes on, each for itself."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from hjemmebane.domain.contacts.models import FollowUp
from hjemmebane.faces.operations.following import round as following
from hjemmebane.foundation.actors import acting


def rules_of(who):
    with acting(who.actor):
        return list(FollowUp.objects.values_list("rule", flat=True))


def test_round_raises_in_all_teams_and_only_once(cast, capsys):
    call_command("raise_follow_ups")
    call_command("raise_follow_ups")

    assert (rules_of(cast.ida), rules_of(cast.omar)) == (["CONTACT_GAP"], ["CONTACT_GAP"])
    assert capsys.readouterr().out == "2 follow-ups raised.\n0 follow-ups raised.\n"


def test_record_that_fails_stops_no_other(cast, monkeypatch):
    real, broken = following.raise_due_follow_ups, cast.kim.course.pk

    def raising(*, course_id, **who):
        if course_id == broken:
            raise DatabaseError("broken")
        return real(course_id=course_id, **who)

    monkeypatch.setattr(following, "raise_due_follow_ups", raising)

    with pytest.raises(CommandError, match="1 records could not be looked at"):
        call_command("raise_follow_ups")

    assert (rules_of(cast.ida), rules_of(cast.omar)) == ([], ["CONTACT_GAP"])
