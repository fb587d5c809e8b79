"""What the page of the preconditions shows, and its words."""
