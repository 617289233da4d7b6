"""The trial repository: public keys and a root that ships with the product."""

import json
from pathlib import Path

from offline_cache.catalogue_export import export_json_lines
from offline_cache.sources import starter
from tests.trust.city_repository import CityRepository, read_demo_keys

KEYS_FILE = Path(__file__).with_name("demo_private_keys.json")
REPOSITORY = Path(__file__).resolve().parents[2]
SHIPPED_ROOT = REPOSITORY / "config" / "demo_update_root.json"
SHIPPED_PORTAL_KEYS = REPOSITORY / "config" / "demo_portal_keys.json"


def demo_repository(folder: Path) -> CityRepository:
    """Make a repository with the shipped demo root: the starter catalogue and the portal's demo keys."""
    city = CityRepository(folder, read_demo_keys(KEYS_FILE))
    # a trial portal starts anew with each run; for a kiosk that knows the last its editions must still rise
    city.first_edition = int(city.now.timestamp())
    city.metadata.mkdir(parents=True, exist_ok=True)
    (city.metadata / "1.root.json").write_bytes(SHIPPED_ROOT.read_bytes())
    catalogue = folder / "catalogue.jsonl.gz"
    export_json_lines(starter.read_procedures(starter.FOLDER), catalogue)
    files = {
        "catalogue.jsonl.gz": catalogue.read_bytes(),
        "portal-keys.json": SHIPPED_PORTAL_KEYS.read_bytes(),
        "calendar.json": json.dumps({"v": 1, "closed_days": []}).encode(),
    }
    catalogue.unlink()
    city.publish(files, versions={"catalogue.jsonl.gz": f"{city.now:%Y.%m.%d}-1"})
    return city
