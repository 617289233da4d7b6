"""Ask, report and read an answer by touch; the words go with the visit."""

from kiosk.domain.messages import MessageKind
from kiosk.ports.messages import SealedAnswer
from kiosk.ports.portal_data import ChangePage
from kiosk.ports.tasks import Lane
from kiosk.services.leave_message import answer_secrets
from tests.portal.reference_portal.messages import seal_answer
from tests.ui.screens.test_wipe import found_in_memory, marks
from tests.ui.screens.words_left import ask, kept_messages


def code_on_glass(citizen):
    item = citizen.find("code")
    return str(item.property("text")).replace(" ", "")


def test_a_question_is_kept_with_a_code_and_a_sheet_and_is_not_called_sent(home):
    ask(home)
    home.see("Không để lại số")
    home.see("Gửi là ông/bà đồng ý cho cán bộ đọc.")
    home.touch("primary")

    home.see("Máy đã giữ câu hỏi")
    home.see("Máy đã giữ, sẽ tự gửi.")
    code = code_on_glass(home)
    assert len(code) == 12
    assert f"HNQ1:{code}" in home.codes()
    home.wait_s(3)
    assert len(home.paper()) == 1
    assert kept_messages(home) == [MessageKind.QUESTION.value]
    assert not home.kiosk.visit.personal


def test_twenty_touches_on_send_are_one_question(home):
    ask(home)
    for _ in range(20):
        home.kiosk.way.current.view_model.primary()
    home.settle()

    assert kept_messages(home) == [MessageKind.QUESTION.value]


def test_an_answer_is_read_with_the_code_and_with_nothing_else(home):
    ask(home)
    home.touch("primary")
    code = code_on_glass(home)
    publish_answer(home, code, "Ông/bà mang giấy chứng sinh.")
    home.touch("goOn")
    home.touch("hub")
    home.touch("row-answers")
    home.touch("secondary")
    home.dial(code)
    home.touch("next")

    assert home.screen_name() == "answer_shown"
    home.see("Ông/bà mang giấy chứng sinh.")
    home.see("Cán bộ trả lời ngày 24/11/2026")


def publish_answer(citizen, code, text):
    secrets = answer_secrets(code)
    now_ms = int(citizen.clock.now().timestamp() * 1000)
    sealed = SealedAnswer(
        answer_id=secrets.answer_id,
        blob=seal_answer(text, secrets.answer_id, secrets.key),
        answered_ms=now_ms,
    )
    page = ChangePage(next_cursor="1", has_more=False, answers=(sealed,))
    citizen.kiosk.tasks.submit(
        Lane.DATABASE, lambda: citizen.kiosk.files.portal_data.apply(page, now_ms=now_ms)
    )
    citizen.settle()


def test_a_mistyped_question_code_is_refused_at_once(home):
    home.open("answer_code")
    home.dial("123456789012")
    home.see("Có chữ số chưa đúng.")


def test_too_few_words_and_a_telephone_number_too_short_are_mended_not_lost(home):
    home.open("message_topic", kind="question")
    home.touch("row-fee")
    home.type("le<submit>")
    home.see("Ông/bà viết thêm vài chữ.")
    home.type(" phi<submit>")
    home.dial("0123")
    home.touch("next")
    home.see("Số điện thoại có mười chữ số")
    home.touch("skip")
    home.see("Le phi")


def test_a_known_fault_is_reported_in_two_touches_without_typing(home):
    home.touch("hub")
    home.touch("row-fault")
    home.touch("row-printer")
    home.touch("primary")

    home.see("Máy đã ghi lỗi, cảm ơn ông/bà")
    assert kept_messages(home) == [MessageKind.FAULT.value]


def test_a_full_disk_keeps_the_words_and_says_so(home):
    from kiosk.ports.outbox import StorageFull

    ask(home)
    view_model = home.kiosk.way.current.view_model
    view_model._not_kept(StorageFull("disk"))
    home.settle()

    home.see("Máy chưa giữ được lời này")
    home.see("Xin hoi")
    assert home.shows("primary")


def test_what_was_written_is_found_nowhere_in_memory_once_the_visit_ends(home):
    words = marks()[0]
    ask(home, words=words)
    home.touch("primary")
    home.see("Máy đã giữ câu hỏi")
    home.touch("finish")
    home.open("message_topic", kind="feedback")
    home.touch("row-hall")
    home.type(words)
    home.touch("bar-end")
    home.settle()

    assert found_in_memory() == []
    assert not home.kiosk.desk.messages._drafts
