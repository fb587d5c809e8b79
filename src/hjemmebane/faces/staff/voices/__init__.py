"""Fra borgeren: what a citizen asked for, said yes or no to, and told. Theirs; we answer beside."""
