"""Describing what a partner is for."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.partners.models import PartnerFunction, PartnerOrganisation
from hjemmebane.domain.partners.queries import function_lines
from hjemmebane.domain.partners.rules import (
    check_function,
    check_has_no_function,
    check_works_for,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns


@action
def describe_function(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    organisation: PartnerOrganisation,
    method_pack: str,
    answers: Mapping[str, str],
    by: Actor,
    at: dt.datetime,
) -> PartnerFunction:
    """Describe what a partner is for the first time, in the lines of a method.

    Refuses nothing written, a CPR number, a second one, and somebody who works for another
    municipality.
    """
    method = pack(method_pack)
    function = PartnerFunction(
        id=id,
        organisation=organisation,
        answers=_said(method_pack, answers),
        method_pack=method.code,
        method_version=method.version,
    )
    take_turns(f"partners.describe_function {organisation.pk}")
    function.check_unsent()
    check_works_for(by, organisation.municipality, today=day_of(at))
    check_function(function.answers, today=day_of(at))
    check_has_no_function(organisation)
    return function.insert()


@action
def change_function(
    *,
    function: PartnerFunction,
    organisation: PartnerOrganisation,
    method_pack: str,
    answers: Mapping[str, str],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> PartnerFunction:
    """Write it anew; the history keeps what stood. Refuses as when it was described.

    Raises EditConflict when somebody else saved since `version`.
    """
    check_works_for(by, organisation.municipality, today=day_of(at))
    said = _said(method_pack, {**function.answers, **answers})
    check_function(said, today=day_of(at))
    method = pack(method_pack)
    changes = {"answers": said, "method_pack": method.code, "method_version": method.version}
    return function.save_changes(changes, version=version)


def _said(method_pack: str, answers: Mapping[str, str]) -> dict[str, str]:
    """What is said, in the order of the method's lines."""
    said = {line.code: answers.get(line.code, "") for line in function_lines(method_pack)}
    return {code: words.strip() for code, words in said.items() if words.strip()}
