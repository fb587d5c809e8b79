"""What fidelity is read from: the preconditions, and what the team has logged."""
