"""The demo data: three teams and 39 citizens, built through actions from texts in `content/`."""
