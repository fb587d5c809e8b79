"""Wiring: settings, URLs and the list of routes that are open without login."""
