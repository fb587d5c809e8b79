"""Referrals, early contacts, assessments, decisions and the start of a course."""
