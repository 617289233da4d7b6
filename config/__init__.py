"""Settings: typed, with documented defaults."""
