"""What the pages about a course show."""
