"""Forudsætninger: what the method needs of the organisation, measured beside what is said."""
