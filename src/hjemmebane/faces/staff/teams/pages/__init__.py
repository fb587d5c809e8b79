"""What the pages about the team show: who is in it, what it is for, and what it has learned."""
