"""The reference portal's public demo keys, shipped so that a kiosk out of the box can be tried whole."""

from pathlib import Path

DEMO_KEYS = Path(__file__).with_name("demo_portal_keys.json")
