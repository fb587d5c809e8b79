"""Files with figures: the ones that ship, and the ones somebody brings."""
