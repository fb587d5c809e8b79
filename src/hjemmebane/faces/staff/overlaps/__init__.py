"""What everybody does around one citizen, and what the team makes of where it overlaps."""
