"""All that the kiosk keeps, and how it is exchanged."""
