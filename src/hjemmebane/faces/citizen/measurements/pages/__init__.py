"""What the pages on my own answers show."""
