"""Fidelity: whether what the method needs of the organisation is in place, measured and believed.

Nouns:  PreconditionJudgement
Reads:  audit, courses, meetings, method, partners, teams, workload
"""
