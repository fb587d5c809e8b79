"""Costs, scenarios and sizes: decimal arithmetic on plain data, in kroner."""
