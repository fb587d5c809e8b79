"""The day, and what happened before it."""
