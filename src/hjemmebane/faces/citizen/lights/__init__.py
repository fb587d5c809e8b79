"""Mit lys: what green, yellow and red are for me, and saying which it is."""
