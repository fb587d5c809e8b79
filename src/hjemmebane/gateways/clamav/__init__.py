"""ClamAV looks through files from strangers before anything of them is kept."""
