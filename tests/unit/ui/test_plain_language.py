"""Every sentence a citizen reads is short and plain, on the screens, beside the form and on the ticket."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from kiosk.domain import forms_wording, receipts
from kiosk.domain.print_documents import PrintDocument
from tests.unit.ui.screen_texts import table

LONGEST = {"vi": 12, "en": 14}
FORBIDDEN = {
    "vi": (
        "quận",
        "huyện",
        "bạn",
        "không hợp lệ",
        "lỗi hệ thống",
        "hệ thống lỗi",
        "vui lòng thử lại sau",
        "biên nhận",
        "đã nộp",
    ),
    "en": ("invalid", "error", "system", "please try again later", "submitted", "district", "user"),
}
# Abbreviations people know from their telephones and from the slip itself.
KNOWN_ABBREVIATIONS = frozenset({"QR", "PK", "VNeID"})
# What clerks and technicians say themselves, on their own pages only.
STAFF_ABBREVIATIONS = frozenset({"USB", "PIN", "MB"})
STAFF_PLACES = re.compile(r"screen (Staff|Tech|Check)")


def _said() -> Iterator[tuple[str, str, str]]:
    """Yield (language, place, text) of everything that is shown or printed."""
    for row in table():
        yield "vi", f"screen {row.context}", row.source
        yield "en", f"screen {row.context}", row.english
    for code, (vietnamese, english) in forms_wording._FAULTS.items():
        yield "vi", f"fault {code}", vietnamese
        yield "en", f"fault {code}", english
    for language, words in receipts._WORDS.items():
        for name, text in words.items():
            yield ("vi" if _is_vietnamese(text) else language), f"ticket {name}", text
    for text in _test_page_texts():
        yield "vi", "test page", text


def _test_page_texts() -> Iterator[str]:
    page: PrintDocument = receipts.test_page_document(
        printer="Máy in",
        paper_mm=80,
        printed_at=datetime(2026, 11, 24, 12, tzinfo=UTC),
        document_id="test",
        code="HNPK1",
    )
    for block in page.blocks:
        for part in ("text", "note", "label", "caption"):
            text = getattr(block, part, "")
            if text and len(text.split()) > 1 and not _is_alphabet(text):
                yield text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_sentence_is_long(language: str) -> None:
    long = [
        f"{place}: {len(sentence.split())} words: {sentence}"
        for said_in, place, text in _said()
        if said_in == language
        for sentence in _sentences(text)
        if len(sentence.split()) > LONGEST[language]
    ]

    assert not long, "\n".join(long)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_text_uses_words_that_blame_confuse_or_are_out_of_date(language: str) -> None:
    found = [
        f"{place}: {word!r} in {text}"
        for said_in, place, text in _said()
        if said_in == language
        for word in FORBIDDEN[language]
        if re.search(rf"\b{word}\b", text.lower())
    ]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_text_uses_an_abbreviation_nobody_explained(language: str) -> None:
    found = [
        f"{place}: {word} in {text}"
        for said_in, place, text in _said()
        if said_in == language
        for word in _abbreviations(text)
        if not (word in STAFF_ABBREVIATIONS and STAFF_PLACES.match(place))
    ]

    assert not found, "\n".join(found)


def test_the_rules_themselves_notice_what_they_are_for() -> None:
    assert list(_sentences("Một hai. Ba bốn? Năm")) == ["Một hai", "Ba bốn", "Năm"]
    assert list(_sentences("Số 1.001193 và 8:00")) == ["Số 1.001193 và 8:00"]
    assert _abbreviations("Mang CCCD và mã QR đến UBND") == ["CCCD", "UBND"]
    assert _abbreviations("CHƯA PHẢI GIẤY TIẾP NHẬN HỒ SƠ, BẢN THỬ") == []


def _sentences(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?:[.?!…:;]|\n)(?:\s+|$)", text):
        if sentence.strip():
            yield sentence.strip()


def _abbreviations(text: str) -> list[str]:
    """Return words in capitals that stand alone; a line all in capitals is a heading."""
    words = re.findall(r"\w+", text)
    letters = [word for word in words if not word.isdigit()]
    found = []
    for place, word in enumerate(letters):
        if len(word) < 2 or not word.isupper() or word in KNOWN_ABBREVIATIONS:
            continue
        neighbours = [letters[other] for other in (place - 1, place + 1) if 0 <= other < len(letters)]
        if not any(other.isupper() and other not in KNOWN_ABBREVIATIONS for other in neighbours):
            found.append(word)
    return found


def _is_vietnamese(text: str) -> bool:
    return bool(re.search(r"[ăâđêôơưạảấầẩẫậắằẵẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", text.lower()))


def _is_alphabet(text: str) -> bool:
    return all(len(word) == 1 for word in text.split())
