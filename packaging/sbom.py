"""Writes the bill of materials of the environment it runs in, as CycloneDX 1.5 JSON.

Source of the shape: https://cyclonedx.org/docs/1.5/json/
"""

import argparse
import json
import sys
from importlib import metadata


def components() -> list[dict[str, object]]:
    """Every installed distribution with version, licence text or classifier, and its package address."""
    found = []
    for one in metadata.distributions():
        name, version = str(one.metadata.json["name"]), one.version
        entry: dict[str, object] = {
            "type": "library",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name.lower().replace('_', '-')}@{version}",
        }
        if licence := licence_of(one):
            entry["licenses"] = [{"license": {"name": licence}}]
        found.append(entry)
    return sorted(found, key=lambda entry: str(entry["name"]).lower())


def licence_of(one: metadata.Distribution) -> str:
    """The licence a distribution names, "" where it names none."""
    facts = one.metadata.json
    if expression := facts.get("license_expression"):
        return str(expression)
    classifiers = facts.get("classifier", [])
    named = [str(line).rpartition(" :: ")[2] for line in classifiers if str(line).startswith("License ::")]
    return "; ".join(named) or str(facts.get("license", "")).partition("\n")[0]


def main() -> None:
    """Write the bill for the release `--version`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", required=True)
    asked = parser.parse_args()
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "kiosk", "version": asked.version}},
        "components": components(),
    }
    json.dump(bill, sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
