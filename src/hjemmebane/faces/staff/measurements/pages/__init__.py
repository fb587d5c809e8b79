"""What the pages on measuring show."""
