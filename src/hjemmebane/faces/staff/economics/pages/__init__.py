"""What the pages of Økonomi show."""
