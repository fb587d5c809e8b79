"""Who answers for it: one field over everybody around this citizen, and nobody else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models

from hjemmebane.domain.citizens.models import Citizen, NetworkPerson
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.plans.choices import ResponsibleKind
from hjemmebane.domain.plans.models.goals import RESPONSIBLE_FIELDS, WithResponsible
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.plans.forms.options import GroupedField, Option


@dataclass(frozen=True)
class Circle:
    """Everybody who may do something in this citizen's plan."""

    citizen: Citizen
    staff: Sequence[StaffMember]
    partner_people: Sequence[PartnerPerson]
    network: Sequence[NetworkPerson]
    organisations: Sequence[PartnerOrganisation]


class ResponsibleField(GroupedField):
    """An option stands for the record's four fields about who is responsible."""

    def offer_circle(self, circle: Circle, item: WithResponsible | None) -> None:
        """Everybody in the circle; whoever has `item` now may keep it after leaving the team."""
        self.offer(
            ("", [_option(ResponsibleKind.CITIZEN, None, f"{circle.citizen} selv")]),
            ("Teamet", _people(ResponsibleKind.STAFF, circle.staff)),
            ("Samarbejdspartnere", _people(ResponsibleKind.PARTNER, circle.partner_people)),
            ("Netværket", _people(ResponsibleKind.NETWORK, circle.network)),
        )
        if item:
            self.keep(option_of(item))


def option_of(item: WithResponsible) -> Option:
    """Whoever is responsible for it now."""
    kind, person = ResponsibleKind(item.responsible_kind), item.responsible
    label = in_full(person) if person else item.get_responsible_kind_display()
    return _option(kind, person, label)


def _people(kind: ResponsibleKind, people: Iterable[models.Model]) -> list[Option]:
    return [_option(kind, person, in_full(person)) for person in people]


def _option(kind: ResponsibleKind, person: models.Model | None, label: str) -> Option:
    value: dict[str, object] = dict.fromkeys(RESPONSIBLE_FIELDS.values())
    value["responsible_kind"] = kind
    if person:
        value[RESPONSIBLE_FIELDS[kind]] = person
    return Option(f"{kind}-{person.pk}" if person else str(kind), label, value)


def role_of(person: models.Model | None) -> str:
    """What a person is in this citizen's circle."""
    if isinstance(person, StaffMember):
        return person.profession
    if isinstance(person, PartnerPerson):
        return ", ".join(filter(None, (person.role, person.organisation.name)))
    return person.relation if isinstance(person, NetworkPerson) else ""


def in_full(person: models.Model) -> str:
    """A person with their role: “Lise, Jobkonsulent, Jobcenter Aabenby”."""
    return ", ".join(filter(None, (str(person), role_of(person))))
