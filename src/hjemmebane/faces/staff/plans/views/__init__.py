"""Ask, act, answer."""
