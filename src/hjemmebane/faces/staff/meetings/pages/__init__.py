"""A board meeting as it is shown: before, during and after."""
