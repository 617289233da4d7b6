"""What the core asks of the outside, as Protocols, with the errors they speak."""
