"""One sub-command a module."""
