"""Text messages: neutral words handed to a gateway, and what it tells us back."""
