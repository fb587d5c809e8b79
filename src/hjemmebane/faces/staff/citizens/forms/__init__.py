"""What is filled in about a citizen."""
