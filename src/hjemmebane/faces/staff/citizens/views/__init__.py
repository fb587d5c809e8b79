"""The citizen's pages: overview, timeline, network, master data, search, start of a course."""
