"""Teams: who works together, with which functions, hours and method.

Nouns:  Municipality, Team, StaffMember, Persona, TeamMembership, TeamManager
Reads:  method
"""
