"""The team's templates for visits: written, changed and put away by its coordinator."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from hjemmebane.domain.contacts.models import VisitTemplate
from hjemmebane.domain.contacts.rules import check_can_write_templates, check_template
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns


@action
def add_visit_template(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> VisitTemplate:
    """Write a template. Refuses who does not coordinate the team, a name that is taken, and a CPR
    number.
    """
    check_can_write_templates(by, team, today=day_of(at))
    take_turns(f"contacts.visit_templates {team.pk}")
    template = VisitTemplate(id=id, team=team, **values)
    template.check_unsent()
    template.validate_fields()
    check_template(template, today=day_of(at))
    return template.insert()


@action
def change_visit_template(
    *,
    template: VisitTemplate,
    values: Mapping[str, object],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> VisitTemplate:
    """Write it anew, or put it away; contacts that used it stay as they are.

    Refuses as when it was written. Raises EditConflict when somebody else saved since `version`.
    """
    check_can_write_templates(by, template.team, today=day_of(at))
    take_turns(f"contacts.visit_templates {template.team_id}")
    check_template(VisitTemplate(id=template.pk, team=template.team, **values), today=day_of(at))
    return template.save_changes(values, version=version)
