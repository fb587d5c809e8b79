"""The views of network meetings: calling, those invited, the talk itself, and the minutes."""
