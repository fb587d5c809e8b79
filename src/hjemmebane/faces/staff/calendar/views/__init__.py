"""Showing the calendar, and making, changing and calling off what stands in it."""
