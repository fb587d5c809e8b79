"""Contacts: every meeting, attempt and appointment with the citizen, and what is to be remembered.

Nouns:  Contact, ContactStaff, ContactSubGoal, Appointment, TrafficLightObservation, Task, FollowUp
Reads:  plans, courses, teams
"""
