"""Looking at every record each day: what is to be followed up is raised by itself."""
