"""Min historie: my life now, what the team means, and what comes; told again when I like."""
