"""SQL of ours is what every Python we support takes: 3.12 warns of numbered places, 3.14 refuses them."""

import re

from tests.conftest import REPOSITORY

NUMBERED = re.compile(r"[=(,<>]\s*\?[1-9]")


def test_no_statement_numbers_its_places():
    found = [
        f"{path.relative_to(REPOSITORY)}: {line.strip()}"
        for path in sorted((REPOSITORY / "offline_cache").rglob("*.py"))
        for line in path.read_text("utf-8").splitlines()
        if NUMBERED.search(line)
    ]

    assert found == []
