"""What is asked and typed in Økonomi."""
