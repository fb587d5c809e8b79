"""The light of a citizen: what is agreed, how it was seen, and how it has gone."""
