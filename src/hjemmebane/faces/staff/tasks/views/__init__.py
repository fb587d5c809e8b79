"""Tasks, and follow-ups."""
