"""Evaluering: reports in figures for whoever answers for teams, ordered, made and read."""
