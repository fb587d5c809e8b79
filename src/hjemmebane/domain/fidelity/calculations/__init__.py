"""What is worked out about fidelity: of the preconditions, and of what was logged."""
