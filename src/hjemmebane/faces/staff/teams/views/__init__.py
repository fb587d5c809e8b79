"""Teamet: the page, one's own words and picture, functions, and what was learned."""
