"""Akut: calling for help, going, and saying how it ended."""
