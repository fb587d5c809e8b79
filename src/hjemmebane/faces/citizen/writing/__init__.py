"""Skriv til teamet: call me, a few words, my voice or a picture; and what became of it."""
