"""Settings: `base` is shared and never used alone; `demo`, `test` and `production` are."""
