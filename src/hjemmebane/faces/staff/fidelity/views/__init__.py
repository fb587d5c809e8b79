"""Asks the fidelity room, acts, and answers."""
