"""What a partner's pages show, gathered before they are rendered."""
