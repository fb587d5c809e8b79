"""Evaluation: what many courses show together, told so that nobody can be found in it.

Nouns:  Case, Team, Report
Reads:  economics, measurements
"""
