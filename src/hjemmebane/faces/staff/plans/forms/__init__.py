"""Everything that is filled in on the plan's page."""
