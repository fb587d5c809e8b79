"""Metoden: the method pack as one readable page, with an anchor for every code."""
