"""One's own calendar as a file that a phone asks for again and again."""
