"""One module a printer type."""
