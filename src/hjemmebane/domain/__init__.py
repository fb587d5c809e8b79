"""The rooms: what the service knows and does. No HTTP, no HTML."""
