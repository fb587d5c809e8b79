"""Where the SMS gateway tells us what became of a message, and what somebody answered."""
