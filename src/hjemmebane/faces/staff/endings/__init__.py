"""Afslutning: a gentle ending, the citizen's yes taken back, and a death."""
