"""What a partner meets: the citizens who opened a door to them, and what they do there."""
