"""Forløb: a course's pauses, agreements and life events, and the forms at its two ends."""
