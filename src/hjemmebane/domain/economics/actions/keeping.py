"""Taking a calculation out of the list, and back into it; nothing is deleted."""

import datetime as dt

from hjemmebane.domain.economics.models import SavedCosting, SavedScenario
from hjemmebane.domain.economics.rules import check_can_reckon
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of

type Saved = SavedCosting | SavedScenario


@action
def put_away(*, saved: Saved, version: int, by: Actor, at: dt.datetime) -> Saved:
    """Take it out of the list; it can be taken up again. Done once, however often it is asked.

    Refuses who coordinates no team of the municipality and answers for none. Raises EditConflict
    when somebody else saved since `version`.
    """
    check_can_reckon(by, saved.municipality_id, today=day_of(at))
    return saved if saved.put_away_at else saved.save_changes({"put_away_at": at}, version=version)


@action
def take_up(*, saved: Saved, version: int, by: Actor, at: dt.datetime) -> Saved:
    """Put it back into the list. Refuses and raises as `put_away` does."""
    check_can_reckon(by, saved.municipality_id, today=day_of(at))
    if saved.put_away_at is None:
        return saved
    return saved.save_changes({"put_away_at": None}, version=version)
