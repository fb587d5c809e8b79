"""Fidelity: whether the method is what is done, and what it needs is there: measured and believed.

Nouns:  DactsRating, DactsSheet, PreconditionJudgement, QuarterFigure, QuarterTalk, Reading,
        SelfAssessment
Reads:  audit, contacts, courses, measurements, meetings, method, partners, plans, practice,
        sharing, teams, workload
"""
