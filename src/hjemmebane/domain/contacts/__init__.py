"""Contacts: every meeting, attempt and appointment with the citizen.

Nouns:  Contact, ContactStaff, ContactSubGoal, Appointment
Reads:  plans, courses, teams
"""
