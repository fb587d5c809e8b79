"""What the pages before a course show."""
