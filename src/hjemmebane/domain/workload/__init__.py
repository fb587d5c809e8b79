"""Workload: how many hours there are, what they go to, and whether they fit the need.

Nouns:  TimeEntry
Reads:  contacts, courses, teams
"""
