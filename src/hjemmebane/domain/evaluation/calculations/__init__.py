"""The case file, what it shows, and what of it may be told."""
