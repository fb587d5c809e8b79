"""Tavlen: the team's citizens at a glance."""
