"""Sheets drawn in dots: letters, numbers and codes are really there."""

import unicodedata

import pytest

from kiosk.domain.print_documents import Field, Heading, Number, Paragraph, PrintDocument, QrCode, Rule
from kiosk.domain.receipts import test_page_document as page_document
from kiosk.ports.printing import SheetUnprintable
from printers.emulator.paper import Ticket
from printers.rendering.bitmap import Bitmap
from printers.rendering.raster import FAMILY, FONTS, ensure_gui, render
from tests.fakes.sheets import NOW, RECEIPT_NO, a_checklist, a_short_sheet, a_slip

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


@pytest.fixture(autouse=True)
def gui(qapp):
    ensure_gui()


def sheet(*blocks):
    base = a_short_sheet()
    return PrintDocument(document_id="x", kind=base.kind, title="x", blocks=blocks)


def as_ticket(bitmap):
    return Ticket(image=bitmap, written_at=0, printed_at=0)


def ink_rows(bitmap):
    return [y for y in range(bitmap.height) if any(bitmap.row(y))]


@pytest.mark.parametrize("width", [576, 384])
@pytest.mark.parametrize("make", [a_checklist, a_slip])
def test_codes_on_the_paper_are_read_back(make, width):
    document = make()
    wanted = tuple(block.payload for block in document.blocks if isinstance(block, QrCode))

    assert as_ticket(render(document, width)).qr() == wanted


@pytest.mark.parametrize(("width", "margin"), [(576, 20), (384, 12)])
def test_nothing_stands_in_the_margins(width, margin):
    for document in (a_checklist(copy_no=2, demo=True), a_slip(copy_no=2, demo=True), a_slip(language="en")):
        left, right = as_ticket(render(document, width)).margins()

        assert left >= margin - 2
        assert right >= margin - 2


@pytest.mark.parametrize("width", [576, 384])
def test_the_largest_code_allowed_fits_and_is_read(width):
    payload = "https://example.vn/" + "a" * 181

    ticket = as_ticket(render(sheet(Rule(), QrCode(payload=payload), Rule()), width))

    assert ticket.qr() == (payload,)


def test_a_code_too_dense_for_paper_is_refused():
    with pytest.raises(SheetUnprintable, match="201 bytes"):
        render(sheet(QrCode(payload="a" * 201)), 576)


def test_a_number_line_wider_than_the_paper_is_refused_rather_than_broken():
    with pytest.raises(SheetUnprintable, match="wider"):
        render(sheet(Number(lines=("PK 170 123 456",))), 384)


@pytest.mark.parametrize("width", [576, 384])
def test_the_number_stands_white_on_black(width):
    bitmap = render(sheet(Number(lines=("PK 170 123", "456-80"))), width)

    assert 0.4 < bitmap.black_share() < 0.9


def test_every_vietnamese_letter_has_its_own_shape_in_all_three_weights():
    letters = sorted(
        {c for c in (unicodedata.normalize("NFC", a + t) for a in LETTERS for t in TONES) if len(c) == 1}
    )
    assert len(letters) > 140

    for block in (
        lambda c: Paragraph(text=c),
        lambda c: Paragraph(text=c, strong=True),
        lambda c: Heading(text=c),
    ):
        shapes = {render(sheet(block(letter)), 576).data for letter in letters}
        assert len(shapes) == len(letters)


def test_there_are_no_grey_dots_and_drawing_twice_gives_the_same():
    first, second = render(a_slip(), 576), render(a_slip(), 576)

    assert first == second
    assert 0.05 < first.black_share() < 0.3


@pytest.mark.parametrize("value", ["Quầy 2", "Quầy số 2, tầng một, phía bên phải cửa chính của toà nhà"])
def test_a_value_too_long_for_its_line_goes_under_the_label(value):
    short = render(sheet(Field(label="Nộp ở", value="Quầy 2")), 384)

    bitmap = render(sheet(Field(label="Nộp ở", value=value)), 384)

    assert (bitmap.height > short.height) == (len(value) > 10)


def test_a_sheet_that_is_nothing_but_text_has_ink_in_every_line():
    lines = "\n".join(["Đọc rõ từng dấu"] * 5)

    rows = ink_rows(render(sheet(Paragraph(text=lines)), 576))

    assert rows[-1] - rows[0] > 4 * 30


def test_the_paper_width_must_be_known():
    with pytest.raises(ValueError, match="640"):
        render(a_short_sheet(), 640)


def test_the_fonts_are_ours_and_their_licence_lies_beside_them():
    from PySide6.QtGui import QFontDatabase

    render(a_short_sheet(), 576)

    assert set(QFontDatabase.styles(FAMILY)) >= {"Regular", "SemiBold", "Bold"}
    assert "SIL Open Font License" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_the_test_page_can_be_read_back():
    document = page_document(printer="Máy", paper_mm=80, printed_at=NOW, document_id="t", code="KIOSK-TEST-1")

    assert as_ticket(render(document, 576)).qr() == ("KIOSK-TEST-1",)


def test_a_patch_of_the_sheet_is_found_at_its_place():
    bitmap = render(a_short_sheet(), 576)
    rows = ink_rows(bitmap)
    patch = Bitmap(width=64, height=8, data=b"".join(bitmap.row(y)[2:10] for y in rows[4:12]))

    assert as_ticket(bitmap).find(patch) == (16, rows[4])


def test_the_numbers_check_digits_are_not_lost_on_narrow_paper():
    narrow, wide = render(a_slip(), 384), render(a_slip(), 576)

    assert narrow.width == 384
    assert as_ticket(narrow).qr() == as_ticket(wide).qr()
    assert RECEIPT_NO in as_ticket(narrow).qr()[0]


def test_a_sheet_longer_than_any_sheet_is_refused():
    with pytest.raises(SheetUnprintable, match="too long"):
        render(sheet(Paragraph(text="\n".join(["dòng"] * 400))), 576)
