"""What stands on the sheets."""

import pytest

from kiosk.domain.catalogue import Detail, OfficialPaper, PlainPaper, PlainText, Procedure
from kiosk.domain.print_documents import Bullet, CheckItem, Field, Heading, Number, Paragraph, QrCode
from kiosk.domain.receipts import as_copy, checklist_document, slip_code, slip_document
from tests.fakes.sheets import DOSSIER_ID, HALL, NOW, PROCEDURE, RECEIPT_NO, TEXT, a_checklist, a_slip


def texts(document):
    found = []
    for block in document.blocks:
        found += [
            getattr(block, name)
            for name in ("text", "label", "value", "note", "caption")
            if hasattr(block, name)
        ]
    return found


def codes(document):
    return [block for block in document.blocks if isinstance(block, QrCode)]


def test_the_slip_says_in_its_title_what_it_is_not():
    titles = [b for b in a_slip().blocks if isinstance(b, Heading) and b.level == 1]

    assert [title.text for title in titles] == ["Phiếu khai trước", "CHƯA PHẢI GIẤY TIẾP NHẬN HỒ SƠ"]


def test_the_slip_carries_the_number_in_two_lines_and_the_code_for_staff():
    slip = a_slip()

    assert [b.lines for b in slip.blocks if isinstance(b, Number)] == [("PK 170 123", "456-80")]
    assert codes(slip) == [QrCode(payload="HNPK1:17012345680:00000001", caption="Đưa mã này cho cán bộ")]
    assert Field(label="Mã tra cứu", value="482 913") in slip.blocks


def test_the_slip_names_counter_time_validity_papers_kiosk_and_hotline():
    slip = a_slip(subject="N. V. A***")

    assert Field(label="Đến", value="Quầy 2, Hộ tịch") in slip.blocks
    assert Field(label="Khai lúc", value="24/11/2026, 09:42") in slip.blocks
    assert Field(label="Dùng đến hết", value="24/12/2026") in slip.blocks
    assert Field(label="Khai cho", value="N. V. A***") in slip.blocks
    assert Bullet(text="Giấy chứng sinh") in slip.blocks
    assert Field(label="Cần giúp, gọi", value="0000 000 000") in slip.blocks
    assert any("Máy 0000" in text for text in texts(slip))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("make", [a_slip, a_checklist])
def test_no_sheet_claims_a_dossier_was_received_or_names_a_district(make, language):
    said = " ".join(texts(make(language=language))).lower()

    assert "đã nộp" not in said
    assert "quận" not in said
    assert "huyện" not in said


def test_an_english_slip_keeps_the_official_words_and_explains_them():
    said = texts(a_slip(language="en"))

    assert "CHƯA PHẢI GIẤY TIẾP NHẬN HỒ SƠ" in said
    assert "Not a receipt for a dossier" in said


def test_a_demo_sheet_says_so():
    assert "BẢN THỬ" in texts(a_slip(demo=True))
    assert "BẢN THỬ" not in texts(a_slip())


def test_a_copy_is_marked_once_with_its_number():
    third = as_copy(as_copy(a_slip(), copy_no=2), copy_no=3)

    assert [text for text in texts(third) if "BẢN IN LẠI" in text] == ["BẢN IN LẠI, lần 3"]
    assert third.copy_no == 3
    assert third.document_id == a_slip().document_id


def test_a_sheet_made_as_a_copy_equals_a_copy_made_of_it():
    assert a_slip(copy_no=2) == as_copy(a_slip(), copy_no=2)


def test_a_copy_number_never_goes_back():
    with pytest.raises(ValueError, match="copy 2 does not follow copy 2"):
        as_copy(a_slip(copy_no=2), copy_no=2)


@pytest.mark.parametrize("number", ["1701234568", "170123456800", "1701234568x", "17012345６80"])
def test_the_slip_code_takes_eleven_plain_digits_only(number):
    with pytest.raises(ValueError, match="11 digits"):
        slip_code(number, DOSSIER_ID)


def test_the_slip_code_refuses_an_id_that_is_not_hexadecimal():
    with pytest.raises(ValueError, match="8 hex digits"):
        slip_code(RECEIPT_NO, "zz")


def test_the_checklist_lists_papers_with_boxes_and_notes():
    items = [b for b in a_checklist().blocks if isinstance(b, CheckItem)]

    assert [item.text for item in items] == [paper.name for paper in TEXT.papers]
    assert items[1].note == "Của người đi khai."


def test_the_checklist_of_a_citizens_own_case_lists_only_its_papers():
    own = a_checklist(papers_subset=(PlainPaper(name="Giấy chứng sinh"),), subtitle="Cha mẹ đã kết hôn")

    assert [b.text for b in own.blocks if isinstance(b, CheckItem)] == ["Giấy chứng sinh"]
    assert Paragraph(text="Cha mẹ đã kết hôn") in own.blocks


def test_a_short_list_travels_whole_in_the_code():
    (code,) = codes(a_checklist())

    assert code.payload.splitlines()[0] == "Đăng ký khai sinh (1.001193)"
    assert "- Căn cước hoặc hộ chiếu" in code.payload


def test_a_long_list_gives_the_official_link_and_says_that_the_paper_has_all():
    many = tuple(PlainPaper(name=f"Giấy tờ số {number} của người đi làm thủ tục") for number in range(9))

    document = a_checklist(papers_subset=many)

    (code,) = codes(document)
    assert code.payload.endswith(PROCEDURE.url)
    assert len(code.payload.encode()) <= 200
    assert "Danh sách dài: xem đủ trên giấy này" in texts(document)


def test_a_procedure_known_by_name_only_sends_people_to_the_staff():
    bare = Procedure(code="1.000001", name="Thủ tục khác", field="Khác", detail=Detail.LIST)

    document = checklist_document(
        bare, None, HALL, language="vi", taken_at=None, printed_at=NOW, document_id="d"
    )

    assert "Hỏi cán bộ về giấy tờ cần mang." in texts(document)
    assert codes(document) == []


def test_official_lines_without_copies_are_no_papers():
    papers = (OfficialPaper(name="Đơn", originals=1), OfficialPaper(name="Lưu ý khi nộp"))
    bare = Procedure(code="1.1", name="T", field="K", detail=Detail.FULL, papers=papers)

    document = checklist_document(
        bare, None, HALL, language="vi", taken_at=None, printed_at=NOW, document_id="d"
    )

    assert [b.text for b in document.blocks if isinstance(b, CheckItem)] == ["Đơn"]


def test_texts_are_composed_letters():
    decomposed = PlainText(language="vi", name="Khai sinh", summary="", papers=(PlainPaper(name="Giấy"),))

    document = slip_document(
        PROCEDURE, decomposed, HALL, language="vi", receipt_no=RECEIPT_NO, lookup_code="000000",
        dossier_id=DOSSIER_ID, taken_at=None, created_at=NOW, kiosk="1", document_id="d",
    )  # fmt: skip

    assert Bullet(text="Giấy") in document.blocks


def test_an_endless_official_list_is_shortened_and_says_how_many_are_left():
    papers = tuple(OfficialPaper(name=f"{number}) " + "văn bản dài " * 40, copies=1) for number in range(30))
    bare = Procedure(code="1.1", name="T", field="K", detail=Detail.FULL, papers=papers, url="https://a.vn/1")

    document = checklist_document(
        bare, None, HALL, language="vi", taken_at=None, printed_at=NOW, document_id="d"
    )

    items = [b.text for b in document.blocks if isinstance(b, CheckItem)]
    assert len(items) == 12
    assert all(len(item) <= 161 and item.endswith("…") for item in items)
    assert "Còn 18 giấy tờ khác. Hỏi cán bộ." in texts(document)
    assert "Danh sách dài: xem đủ trên giấy này" not in texts(document)
    assert codes(document)[0].payload.endswith("https://a.vn/1")
