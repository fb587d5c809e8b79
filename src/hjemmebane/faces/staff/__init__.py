"""The team's own screens."""
