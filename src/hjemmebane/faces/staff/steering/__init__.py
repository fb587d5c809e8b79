"""Styregruppen: what leaders across departments agree on, and what stands in the way."""
