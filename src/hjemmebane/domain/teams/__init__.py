"""Teams: who works together, with which functions, hours and method.

Nouns:  Municipality, Team, StaffMember, TeamMembership, TeamManager
Reads:  method
"""
