"""Felt: what a telephone asks for and sends from the road, and the pages about telephones."""
