"""What the board shows: on a screen, on paper, and on a wall."""
