"""Screens, view models and the Qt engine."""
