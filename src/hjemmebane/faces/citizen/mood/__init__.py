"""Hvordan har du det: five faces, when I like, and for whom I like."""
