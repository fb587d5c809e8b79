"""Teamet: who is in it, what they cover and how many hours there are."""
