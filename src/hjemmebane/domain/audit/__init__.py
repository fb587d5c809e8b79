"""Audit: what was changed, and who read which citizen.

Nouns:  Change, Access
Reads:  no room
"""
