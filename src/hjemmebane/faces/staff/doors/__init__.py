"""Adgang: who is let in besides the staff, and the device that is handed over."""
