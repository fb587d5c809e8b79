"""Fidelity: whether the method is what is done, and what it needs is there: measured and believed.

Nouns:  PreconditionJudgement, Reading
Reads:  audit, contacts, courses, meetings, method, partners, plans, sharing, teams, workload
"""
