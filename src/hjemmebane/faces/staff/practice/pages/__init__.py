"""The practice model of one citizen, as it is shown."""
