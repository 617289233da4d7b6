"""Pages name proofs, tools and pictures: each of them is there."""

import re

import pytest

from tests.conftest import REPOSITORY

PAGES = sorted(path.name for path in (REPOSITORY / "docs").glob("*.md"))
NAMED = re.compile(r"`((?:tests|packaging|ui|docs)/[\w/.-]+|test_\w+\.py)(?:::(test_\w+))?`")


@pytest.mark.parametrize("page", PAGES)
def test_every_file_and_every_test_a_page_names_exists(page):
    text = (REPOSITORY / "docs" / page).read_text("utf-8")
    missing, folder = [], ""
    for name, test in NAMED.findall(text):
        if "/" in name:
            folder = name.rpartition("/")[0]
        path = REPOSITORY / (name if "/" in name else f"{folder}/{name}")
        if not path.exists() and "/" not in name:
            path = next((REPOSITORY / "tests").rglob(name), path)
        if not path.exists() or (test and f"def {test}(" not in path.read_text("utf-8")):
            missing.append(f"{name}::{test}")

    assert missing == []


def test_every_threat_has_a_defence_and_a_proof():
    text = (REPOSITORY / "docs" / "security.md").read_text("utf-8")
    table = text.split("## Threats")[1].split("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in table.splitlines()
        if line.startswith("|")
    ]

    assert len(rows) > 20
    for threat, defence, proof in rows[2:]:
        assert defence, threat
        assert "::test_" in proof or proof == "**box**", threat
