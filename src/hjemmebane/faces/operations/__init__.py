"""For those who run the service: management commands, the security check and the demo data."""
