"""What is filled in about a course."""
