"""E-mail: neutral letters without personal data, handed to a mail server."""
