"""The root of the trial repository, shipped so that signed updates can be tried out of the box."""

from pathlib import Path

DEMO_ROOT = Path(__file__).with_name("demo_update_root.json")
