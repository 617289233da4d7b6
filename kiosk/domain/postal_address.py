"""Postal addresses in two levels: ward or commune, then province or city; nothing between them since 2025.

Source: Resolution 202/2025/QH15 (34 provinces and cities since 1 July 2025, and which former ones they hold),
Law 72/2025/QH15 (phường, xã and đặc khu below them).
"""

import re
import unicodedata

from kiosk.domain.text_folding import fold

_CITIES = ("Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ")
_PROVINCES = (
    *("An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Đồng Tháp"),
    *("Gia Lai", "Hà Tĩnh", "Hưng Yên", "Khánh Hòa", "Lai Châu", "Lâm Đồng", "Lạng Sơn", "Lào Cai"),
    *("Nghệ An", "Ninh Bình", "Phú Thọ", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sơn La", "Tây Ninh"),
    *("Thái Nguyên", "Thanh Hóa", "Tuyên Quang", "Vĩnh Long"),
)
PROVINCES = frozenset({*_CITIES, *_PROVINCES})
# Former province -> the one that holds it now.
_MERGED = {
    "Hà Giang": "Tuyên Quang",
    "Yên Bái": "Lào Cai",
    "Bắc Kạn": "Thái Nguyên",
    "Vĩnh Phúc": "Phú Thọ",
    "Hòa Bình": "Phú Thọ",
    "Bắc Giang": "Bắc Ninh",
    "Thái Bình": "Hưng Yên",
    "Hải Dương": "Hải Phòng",
    "Hà Nam": "Ninh Bình",
    "Nam Định": "Ninh Bình",
    "Quảng Bình": "Quảng Trị",
    "Quảng Nam": "Đà Nẵng",
    "Kon Tum": "Quảng Ngãi",
    "Bình Định": "Gia Lai",
    "Ninh Thuận": "Khánh Hòa",
    "Đắk Nông": "Lâm Đồng",
    "Bình Thuận": "Lâm Đồng",
    "Phú Yên": "Đắk Lắk",
    "Bà Rịa Vũng Tàu": "Hồ Chí Minh",
    "Bình Dương": "Hồ Chí Minh",
    "Bình Phước": "Đồng Nai",
    "Long An": "Tây Ninh",
    "Sóc Trăng": "Cần Thơ",
    "Hậu Giang": "Cần Thơ",
    "Bến Tre": "Vĩnh Long",
    "Trà Vinh": "Vĩnh Long",
    "Tiền Giang": "Đồng Tháp",
    "Bạc Liêu": "Cà Mau",
    "Kiên Giang": "An Giang",
}
_SHORT = {"tp hcm": "Hồ Chí Minh", "tphcm": "Hồ Chí Minh", "hcm": "Hồ Chí Minh", "sai gon": "Hồ Chí Minh"}
_KINDS = re.compile(r"^(?:tinh|thanh pho|t\.|tp\.?)\s*")
_WARD_KINDS = {"phuong": "Phường", "p": "Phường", "xa": "Xã", "x": "Xã", "dac khu": "Đặc khu"}
_WARD = re.compile(r"^(phuong|xa|dac khu|[px](?=[.\s\d]))\s*[.:]?\s*(.*)$")
# Levels there no longer are, before a name or a number: "quận 1", "huyện Ba Vì", "thị xã Sơn Tây". With their
# marks, as phố Quan Nhân and phố Huyền Trân Công Chúa are streets.
_GONE = re.compile(r"\b(?:(?:quận|huyện|thị xã|thị trấn)\s+\w|quan \d)")
_PLAIN = re.compile(r"[^a-z ]+")
SHORTEST_LINE = 4
WARD_NAME_LENGTHS = (2, 60)


def _key(text: str) -> str:
    return " ".join(_PLAIN.sub(" ", fold(text)).split())


_BY_KEY = {_key(name): name for name in sorted(PROVINCES)} | _SHORT
_MERGED_BY_KEY = {_key(old): now for old, now in _MERGED.items()}


def province_of(text: str) -> str:
    """Return the province or city meant, with its marks ("tinh ha tinh" is "Hà Tĩnh"), "" where none is."""
    key = _key(text)
    return _BY_KEY.get(key) or _BY_KEY.get(_key(_KINDS.sub("", fold(text.strip()))), "")


def merged_into(text: str) -> str:
    """Return the province that holds a former one now, "" where `text` names none."""
    return _MERGED_BY_KEY.get(_key(_KINDS.sub("", fold(text.strip()))), "")


def ward_of(text: str) -> str:
    """Return a ward with its kind in full ("p. cửa nam" is "Phường Cửa Nam"); other texts as they are."""
    match = _WARD.match(fold(text))
    if match is None or not match[2]:
        return text
    name = text[len(text) - len(match[2]) :] if len(fold(text)) == len(text) else ""
    if not name:
        return text
    return f"{_WARD_KINDS[match[1]]} {' '.join(word[:1].upper() + word[1:] for word in name.split())}"


def line_fault(text: str) -> str:
    """Return why house number and street do not stand: `line_short`, `line_letters`, `level_gone` or ""."""
    if any(unicodedata.category(sign).startswith("C") for sign in text):
        return "text_signs"
    if _GONE.search(text.lower()):
        return "level_gone"
    if len(text) < SHORTEST_LINE:
        return "line_short"
    return "" if any(sign.isalpha() for sign in text) else "line_letters"


def ward_fault(text: str) -> str:
    """Return why a ward does not stand: `level_gone`, `ward_kind`, `ward_name` or ""."""
    if any(unicodedata.category(sign).startswith("C") for sign in text):
        return "text_signs"
    folded = fold(text)
    if _GONE.search(text.lower()):
        return "level_gone"
    kind = next((word for word in ("phuong ", "xa ", "dac khu ") if folded.startswith(word)), "")
    if not kind:
        return "ward_kind"
    shortest, longest = WARD_NAME_LENGTHS
    name = folded[len(kind) :].strip()
    if name.isdigit() and len(name) <= shortest:
        return ""
    return "" if shortest <= len(name) <= longest and any(sign.isalpha() for sign in name) else "ward_name"


def province_fault(text: str) -> str:
    """Return why a province does not stand: `province_merged`, `province_unknown` or ""."""
    if province_of(text):
        return ""
    return "province_merged" if merged_into(text) else "province_unknown"
