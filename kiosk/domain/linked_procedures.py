"""Inter-linked procedures (thủ tục liên thông): one filing that several offices answer.

Derived from the official name alone: a name that does not spell its parts out gives none, never a guess.
"""

import re

from kiosk.domain.text_folding import nfc

# "Liên thông các thủ tục hành chính về A, B" · "Nhóm thủ tục liên thông: A, B" · "Liên thông điện tử: A, B"
_LINKED = re.compile(
    r"(?:nhóm |các |thủ tục |hành chính |thực hiện )*liên thông\b[\s:]*"
    r"(?:(?:điện tử|nhóm|các|thủ tục|hành chính|tthc|về|gồm)\b[\s:]*)*(?P<parts>\S.*)",
    re.IGNORECASE,
)
_PART_STARTS = re.compile(
    r"(?:,|;| và )\s*(?=(?:đăng ký|cấp|xóa|xoá|giải quyết|trợ cấp|hỗ trợ|hưởng)\b)", re.IGNORECASE
)
_FEWEST = 2


def linked_parts(official_name: str) -> tuple[str, ...]:
    """Return what one filing settles, in the name's own words; () for a procedure that is not linked.

    "Liên thông các thủ tục hành chính về đăng ký khai sinh, cấp thẻ …" gives both parts. A name that only
    mentions a one-stop mechanism gives ().
    """
    name = nfc(" ".join(official_name.split())).rstrip(". ")
    found = _LINKED.fullmatch(name)
    if found is None:
        return ()
    parts = [part.strip(" ,;.") for part in _PART_STARTS.split(found["parts"])]
    if len(parts) < _FEWEST or not all(parts):
        return ()
    return tuple(part[:1].upper() + part[1:] for part in parts)
