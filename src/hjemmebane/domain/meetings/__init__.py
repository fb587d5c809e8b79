"""Meetings: who is taken up when and why, and what is decided. A decision is the change itself.

Nouns:  TeamMeeting, TeamAgenda, BoardEntry, Attendance, MeetingItem, MeetingNote, CitizenNote,
        SteeringGroupMeeting, SteeringAttendance, SteeringPoint
Reads:  contacts, plans, courses, citizens, teams, method, audit
"""
