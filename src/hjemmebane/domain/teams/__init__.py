"""Teams: who works together, with which functions, hours and method.

Nouns:  Municipality, Team, StaffMember, Persona, Portrait, TeamMembership, Absence, TeamManager,
        BoardLayout, RoleDescription, TrainingRecord, TrainingParticipant, CalendarFeed
Reads:  audit, method
"""
