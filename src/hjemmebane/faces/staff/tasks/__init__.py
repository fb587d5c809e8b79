"""Opgaver og opfølgning: what the team is to remember, given, handed on and settled."""
