"""Henvisninger: who is pointed out or spotted, looked into, and decided about."""
