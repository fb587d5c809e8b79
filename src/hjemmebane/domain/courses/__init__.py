"""Courses: one citizen's time with one team, from the first sighting to a gentle ending.

Nouns:  Referral, EarlyContact, TargetGroupAssessment, Decision, Course, PrimaryContact,
        ContactAgreement, LifeEvent, Hold, IntensityAgreement, Reactivation, StartForm, EndForm,
        Ending
Reads:  consents, citizens, partners, teams, method
"""
