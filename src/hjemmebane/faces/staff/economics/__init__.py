"""Økonomi: what a team costs, when it pays for itself, and how many teams a place needs."""
