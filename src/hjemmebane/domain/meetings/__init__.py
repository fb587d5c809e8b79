"""Meetings: who is taken up when and why, and what is decided. A decision is the change itself.

Nouns:  TeamMeeting, TeamAgenda, BoardEntry, Attendance, MeetingItem, MeetingNote, CitizenNote,
        NetworkMeeting, NetworkInvitation, NetworkVoice, MinutesHandover,
        SteeringGroupMeeting, SteeringAttendance, SteeringPoint
Reads:  workload, contacts, plans, courses, consents, citizens, partners, teams, method, audit
"""
