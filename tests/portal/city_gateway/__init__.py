"""The boundary between the portal and the city's own system: names and values are versioned tables."""
