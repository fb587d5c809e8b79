"""The log of contacts, and the appointments."""
