"""Ekstra lås: the partner's second factor."""
