"""The directory of offers, and the offers that may suit one citizen."""
