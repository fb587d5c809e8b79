"""What a citizen meets: their own plan, in their own words first."""
