"""Sharing: what a partner and what a citizen sees and does. The only door of their faces.

Nouns:  Invitation, PartnerAppointment, Suggestion, CitizenAnswer, Story, Pictogram, Recording,
        Mood, OwnLight, Notice, MailChoice, Standpoint
Reads:  meetings, contacts, measurements, plans, courses, consents, citizens, partners, teams, audit
"""
