"""Network meetings: called by the citizen, held in somebody's kitchen, written down at once."""
