"""Udredninger: what each citizen of a team still has to be examined for, and what hinders it."""
