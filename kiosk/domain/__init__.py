"""Pure values and rules of the ward hall."""
