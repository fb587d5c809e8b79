"""Kontakt: logging contacts and agreeing on the next ones."""
