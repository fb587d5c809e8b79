"""Samarbejde: partners, their people, and what is agreed with them."""
