"""Møde: the board meeting, where the plan is changed while everybody looks at it."""
