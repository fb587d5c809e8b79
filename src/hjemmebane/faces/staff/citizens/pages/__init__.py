"""What the pages show, complete before they are rendered."""
