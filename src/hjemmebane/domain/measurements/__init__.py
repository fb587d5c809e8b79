"""Measurements: how it goes, in figures that the citizen and the team give themselves.

Nouns:  Score, Due
Reads:  method
"""
