"""How this device shows the pages: larger letters, and more peace."""
