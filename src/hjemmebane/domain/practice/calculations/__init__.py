"""What the record tells of the practice model, and what that means for a move. Pure arithmetic."""
