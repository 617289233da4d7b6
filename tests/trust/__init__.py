"""The city's side of signed updates, for development, trial and tests."""
