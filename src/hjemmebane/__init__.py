"""Hjemmebane: the workplace of Danish M-ACT and ACT teams.

The six folders are the architecture; their order is the import order:
config > faces > (design | domain) > gateways > foundation.
"""
