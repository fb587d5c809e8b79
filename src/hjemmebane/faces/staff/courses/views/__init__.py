"""What is done with a course."""
