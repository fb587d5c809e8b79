"""Consents: what the citizen has allowed, to whom, for what and until when.

Nouns:  Consent, ConsentedItem
Reads:  citizens, partners, teams
"""
