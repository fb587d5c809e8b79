"""Samtykker: what the citizen has allowed, given and withdrawn."""
