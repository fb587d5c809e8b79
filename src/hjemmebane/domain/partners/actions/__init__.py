"""Keeping what the staff share about partners, agreements with them, and places to belong."""

from hjemmebane.domain.partners.actions.address_book import (
    add_organisation,
    add_person,
    change_organisation,
    change_person,
)
from hjemmebane.domain.partners.actions.agreements import agree_with_partner, change_agreement
from hjemmebane.domain.partners.actions.functions import change_function, describe_function
from hjemmebane.domain.partners.actions.offers import add_offer, change_offer, check_offer_again
from hjemmebane.domain.partners.actions.people import change_employer, leave_partner

__all__ = [
    "add_offer",
    "add_organisation",
    "add_person",
    "agree_with_partner",
    "change_agreement",
    "change_employer",
    "change_function",
    "change_offer",
    "change_organisation",
    "change_person",
    "check_offer_again",
    "describe_function",
    "leave_partner",
]
