"""Scores of instruments and the days they fall due: arithmetic on plain data."""
