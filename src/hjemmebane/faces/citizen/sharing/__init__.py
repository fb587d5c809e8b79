"""Hvem ser hvad: to whom I have opened something, a way to stop it, and who has looked."""
