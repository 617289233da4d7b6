"""Small catalogues on disk for tests: a starter folder with one procedure, import files, overlays."""

import json
import textwrap
from collections.abc import Iterable
from pathlib import Path

from kiosk.domain.overlays import Overlay, OverlayKey

WHO = {"accepted_by": "Nguyễn Lan", "accepted_at": "2026-11-24T08:00:00+07:00"}
BIRTH = """
code = "1.001193"
official_name = "Thủ tục đăng ký khai sinh"
field = "Hộ tịch"
taken_at = 2026-07-18
core = true
popularity = 90
decision_no = "Quyết định số 1872/QĐ-BTP"
aliases = ["giấy khai sinh"]
[[methods]]
channel = "direct"
duration_value = 1
fee_kind = "free"
[[papers]]
official = "Giấy chứng sinh"
vi = { name = "Giấy chứng sinh" }
en = { name = "Birth notice" }
[vi]
name = "Đăng ký khai sinh"
summary = "Cho con mới sinh"
"""


def make_starter(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "1.001193.toml").write_text(textwrap.dedent(BIRTH), encoding="utf-8")
    return folder


def row(code: str = "1.000001", name: str = "Thủ tục cấp giấy phép", **changes: object) -> dict[str, object]:
    return {"code": code, "name": name, "field": "Hộ tịch", "ward_served": True} | changes


def write_rows(path: Path, rows: Iterable[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in rows), encoding="utf-8")
    return path


def damage(path: Path) -> None:
    """Flip bits in the middle of a file."""
    path.chmod(0o644)
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content), 97):
        content[place] ^= 0xFF
    path.write_bytes(content)


def overlay(
    number: int = 1, key: OverlayKey = OverlayKey.FEE, value: str = "8000", **changes: object
) -> Overlay:
    facts = {
        "overlay_id": number,
        "code": "1.001193",
        "key": key,
        "value": value,
        "by": "Lan",
        "at": "2026-11-24T02:00:00+00:00",
    }
    return Overlay(**(facts | changes))
