"""The team's hours, and what is written about them."""
