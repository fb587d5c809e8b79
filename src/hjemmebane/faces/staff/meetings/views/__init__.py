"""What is done with a meeting, and with one citizen at it."""
