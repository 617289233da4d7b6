"""Twins: one procedure kept under several codes, for the ward, the province or a ministry.

The official list names the level in the name ("thực hiện tại cấp tỉnh", "cấp xã", "thuộc thẩm quyền của
Bộ …"). Without these words twins have the same name.
"""

import re
from collections.abc import Sequence

from kiosk.domain.text_folding import fold
from offline_cache.search_vocabulary import search_tokens

_LEVEL = re.compile(
    r"\b(cap (xa|tinh|huyen|trung uong|bo|quoc gia)|trung uong|dia phuong|uy ban nhan dan|ubnd|cong an"
    r"|so\b|bo\b)"
)
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_AT_THE_LEVEL = re.compile(
    r"[,-]?\s*\b(thuc hien )?(o|tai)? ?\bcap (xa|tinh|huyen|trung uong|bo)\b|\s*\bthuoc tham quyen\b.*$"
)
_SHORTEST = 2  # words that must be left to tell a procedure by


def twin_key(name: str) -> str:
    """Return what twins share of their names, folded; "" where too little is left to compare."""
    folded = _IN_BRACKETS.sub(lambda found: "" if _LEVEL.search(found[1]) else found[0], fold(name))
    words = search_tokens(_AT_THE_LEVEL.sub("", folded))
    return " ".join(words) if len(words) >= _SHORTEST else ""


def twin_groups(names: Sequence[str]) -> list[int]:
    """Return the number of the group of twins each name belongs to, 0 for those that stand alone."""
    members: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        key = twin_key(name)
        if key:
            members.setdefault(key, []).append(place)
    groups = [0] * len(names)
    together = (places for places in members.values() if len(places) > 1)
    for number, places in enumerate(together, start=1):
        for place in places:
            groups[place] = number
    return groups
