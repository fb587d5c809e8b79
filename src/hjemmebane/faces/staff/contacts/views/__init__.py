"""The log of contacts, the appointments, and the lights."""
