"""Er kommet forbi: when partners saw the citizen, and who of them is asked to tell."""
