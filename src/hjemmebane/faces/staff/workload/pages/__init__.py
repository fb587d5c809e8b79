"""What the pages about hours show."""
