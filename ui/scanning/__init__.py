"""Scanners in: what reads cards and codes beside the keyboard."""
