"""Measurements: how it goes, in figures that the citizen and the team give themselves.

Nouns:  Response, Postponement, WordingImport, Score, Due
Reads:  courses, method
"""
