"""Figures as pictures, drawn as SVG on the server: the same on the page and on paper."""
