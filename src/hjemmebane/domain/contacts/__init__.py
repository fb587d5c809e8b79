"""Contacts: every meeting, attempt and appointment with the citizen, and what is to be remembered.

Nouns:  Contact, ContactStaff, ContactSubGoal, Appointment, AppointmentSeries,
        AppointmentCompanion, AppointmentMove, AppointmentNotice, Task, FollowUp,
        TrafficLightAgreement, LightSign, LightAction, TrafficLightObservation, Message,
        Attachment, AttachmentPart, VisitStart, VisitTemplate, HelpCall,
        ReminderAgreement, SmsReminder, SmsReply, SignRequest, SignOfLife
Reads:  plans, courses, partners, teams, method
"""
