"""Short messages between the team and a partner, about what the partner does."""
