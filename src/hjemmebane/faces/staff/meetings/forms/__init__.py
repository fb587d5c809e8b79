"""The forms of a meeting, and those that a decision about a citizen is made with."""
