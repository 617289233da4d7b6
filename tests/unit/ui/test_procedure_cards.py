from datetime import date

from kiosk.domain.hall import Hall
from kiosk.domain.local_facts import LocalFacts
from tests.fakes.catalogue import a_procedure
from ui.procedure_cards import card_rows, notice_rows
from ui.rows import Row

TODAY = date(2026, 11, 24)


def notices(**facts):
    return notice_rows(a_procedure(**facts), today=TODAY, catalogue_taken_at=date(2026, 7, 18))


def cards(procedure, papers=()):
    return card_rows(
        procedure, "vi", Hall(ward="Phường Mẫu"), papers=papers, notices=(), catalogue_taken_at=None
    )


def test_a_sound_procedure_has_nothing_to_be_warned_of():
    assert notices() == []


def test_a_withdrawn_procedure_says_since_when_and_that_another_took_its_place():
    notice = notices(withdrawn_at=date(2026, 7, 1), replaced_by="1.000894")[0]

    assert notice.title == "Việc này đã bãi bỏ từ ngày 01/07/2026"
    assert notice.line == "Đã có việc khác thay thế."
    assert notice.pigment == "warning"


def test_without_a_successor_people_are_sent_to_a_person():
    assert notices(expires_on=date(2026, 1, 2))[0].line == "Mời ông/bà hỏi cán bộ."


def test_a_withdrawal_in_the_future_is_not_told_yet():
    assert notices(withdrawn_at=date(2027, 1, 1)) == []


def test_old_facts_are_owned_up_to():
    assert notices(taken_at=date(2026, 1, 1))[0].title == "Dữ liệu đã cũ, ngày 01/01/2026"


def test_a_linked_procedure_says_what_one_filing_settles():
    notice = notices(name="Liên thông thủ tục hành chính về đăng ký khai sinh, đăng ký thường trú")[0]

    assert (notice.title, notice.line) == (
        "Nộp một lần, làm 2 việc",
        "Đăng ký khai sinh; Đăng ký thường trú.",
    )


def test_what_the_ward_adds_is_told():
    assert notices(local=LocalFacts(note="Quầy 2 nghỉ.", opening_note="Chỉ buổi sáng."))[0].line == (
        "Quầy 2 nghỉ. Chỉ buổi sáng."
    )


def test_the_cards_keep_their_order_and_end_with_the_source():
    rows = cards(a_procedure(), papers=(Row(key="0", title="Giấy"), Row(key="1", title="Đơn")))

    assert [row.key for row in rows] == ["paper-0", "paper-1", "time", "fee", "place", "source"]


def test_the_first_paper_alone_carries_the_heading_of_all():
    rows = cards(a_procedure(), papers=(Row(key="0", title="Giấy"), Row(key="1", title="Đơn")))

    assert [(row.note, row.marked) for row in rows[:2]] == [("Cần mang gì: 2 thứ", True), ("", False)]


def test_one_paper_is_not_counted():
    rows = cards(a_procedure(), papers=(Row(key="0", title="Giấy"),))

    assert rows[0].note == "Cần mang gì"


def test_without_papers_a_card_says_to_ask():
    assert cards(a_procedure())[0].title == "Máy chưa có danh sách. Mời ông/bà hỏi cán bộ."
