"""The demo data: four teams and 129 citizens, built through actions from texts in `content/`."""
