"""Evaluation: what many courses show together, told so that nobody can be found in it.

Nouns:  Case, Dataset, EvaluationReport, Report, Team
Reads:  audit, citizens, contacts, courses, economics, fidelity, measurements, meetings, method,
        plans, practice, teams, workload
"""
