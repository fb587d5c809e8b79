"""The demo data: three teams and 39 citizens, built through actions from the texts in `content/`."""
