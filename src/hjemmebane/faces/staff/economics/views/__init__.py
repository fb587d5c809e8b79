"""Asks the economics room, acts, and answers."""
