"""What the pages of the light show."""
