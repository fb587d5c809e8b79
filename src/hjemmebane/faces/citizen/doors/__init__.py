"""The citizen's own name at the door, and giving a borrowed device back."""
