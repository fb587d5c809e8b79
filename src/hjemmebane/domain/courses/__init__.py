"""Courses: one citizen's time with one team, from consent to a gentle ending.

Nouns:  Course, PrimaryContact
Reads:  consents, citizens, teams
"""
