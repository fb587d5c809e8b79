"""Practice: where in the practice model a course is, and what speaks for a move. Nothing locks.

Nouns:  Placement, ActivityStatus, IndicatorJudgement
Reads:  contacts, plans, courses, consents, citizens, teams, method
"""
