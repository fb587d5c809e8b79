"""What telephones send, and what is filled in about them."""
