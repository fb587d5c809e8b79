"""What the pages of evaluation show."""
