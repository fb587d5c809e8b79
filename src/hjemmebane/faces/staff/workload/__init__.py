"""Timer og dækning: whether the hours fit, who can step in, and writing absence and time."""
