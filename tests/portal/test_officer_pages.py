"""The officer's pages in a real browser: what a person at the counter does all day."""

import shutil

import pytest

from kiosk.domain.messages import Message, MessageKind
from kiosk.domain.numbering import format_receipt
from tests.end_to_end.test_portal_day import Hall

pytest.importorskip("selenium")
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

WAIT_S = 20


@pytest.fixture(scope="module")
def browser():
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip("no chromium and chromium-driver here (Debian: apt install chromium chromium-driver)")
    options = Options()
    options.binary_location = program
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1200,900"):
        options.add_argument(argument)
    window = webdriver.Chrome(options=options, service=Service(driver))
    yield window
    window.quit()


@pytest.fixture
def hall(tmp_path, reference_portal):
    hall = Hall(tmp_path / "home", reference_portal.url)
    yield hall
    hall.close()


def see(browser, text) -> None:
    WebDriverWait(browser, WAIT_S, ignored_exceptions=[StaleElementReferenceException]).until(
        lambda window: text in window.find_element(By.TAG_NAME, "body").text, message=text
    )


def fill(browser, name, text) -> None:
    browser.find_element(By.ID, name).send_keys(text)


def press(browser, name) -> None:
    browser.find_element(By.ID, name).click()


def test_an_officer_finds_a_number_opens_it_receives_it_and_sets_a_state(browser, hall, reference_portal):
    dossier = hall.room.submit("t")
    hall.sync.start()
    browser.get(f"{reference_portal.url}/?so={format_receipt(dossier.receipt_no)}")
    browser.find_element(By.LINK_TEXT, format_receipt(dossier.receipt_no)).click()
    see(browser, "Người dân đã khai")

    fill(browser, "code", "H26.00.00-261124-0042")
    press(browser, "receive")
    see(browser, "Mã hồ sơ H26.00.00-261124-0042, mẫu 01.")
    Select(browser.find_element(By.ID, "status")).select_by_value("5")
    press(browser, "set-status")
    see(browser, "Yêu cầu bổ sung giấy tờ lúc")
    hall.sync.nudge()

    assert hall.track(dossier).status.status == 5


def test_an_officer_refuses_with_a_reason_the_citizen_reads(browser, hall, reference_portal):
    dossier = hall.room.submit("t")
    hall.sync.start()
    browser.get(f"{reference_portal.url}/phieu/{dossier.dossier_id}")

    browser.find_element(By.NAME, "reason").send_keys("Thiếu giấy chứng sinh bản chính")
    press(browser, "refuse")
    see(browser, "Không tiếp nhận lúc")

    assert hall.track(dossier).note == "Thiếu giấy chứng sinh bản chính"


def test_an_officer_answers_a_question_for_one_and_for_all(browser, hall, reference_portal):
    kept = hall.leave(Message(kind=MessageKind.QUESTION, topic="1.001193", text="Con tôi cần giấy gì?"))
    browser.get(f"{reference_portal.url}/hoi-dap")
    browser.find_element(By.LINK_TEXT, "Câu hỏi").click()
    see(browser, "Con tôi cần giấy gì?")

    fill(browser, "answer", "Mang giấy chứng sinh.")
    fill(browser, "public-question", "Khai sinh cần giấy gì?")
    press(browser, "send-answer")
    see(browser, "Đã trả lời lúc")
    hall.sync.nudge()

    assert hall.answer(kept.code).answer == "Mang giấy chứng sinh."
    assert len(hall.room.files.portal_data.items()) == 1


def test_an_officer_publishes_and_withdraws_a_notice(browser, hall, reference_portal):
    browser.get(f"{reference_portal.url}/thong-bao")
    fill(browser, "title", "Nghỉ chiều thứ Sáu")
    press(browser, "publish")
    see(browser, "Nghỉ chiều thứ Sáu")
    hall.sync.start()
    assert len(hall.room.files.portal_data.items()) == 1

    browser.find_element(By.XPATH, "//button[text()='Gỡ']").click()
    WebDriverWait(browser, WAIT_S).until(lambda window: "thứ Sáu" not in window.page_source)
    hall.sync.nudge()

    assert hall.room.files.portal_data.items() == ()


def test_an_officer_makes_an_enrolment_code_and_revokes_a_kiosk(browser, hall, reference_portal):
    hall.sync.start()
    browser.get(f"{reference_portal.url}/may")
    fill(browser, "point", "H26.02.02")
    fill(browser, "point-name", "Điểm số 2")
    press(browser, "new-code")
    see(browser, "Mã ghi danh, dùng một lần")
    code = browser.find_element(By.ID, "code").text

    browser.find_element(By.XPATH, "//button[text()='Thu hồi']").click()
    see(browser, "Đã thu hồi")
    hall.sync.nudge()

    assert reference_portal.protocol.fleet.code(code).point == "H26.02.02"
    assert hall.sync.state().pause_code == "revoked"


def test_an_officer_publishes_the_open_numbers_and_the_kiosk_shows_them(browser, hall, reference_portal):
    browser.get(f"{reference_portal.url}/so-lieu")
    for name, text in (("from", "2026-11-01"), ("to", "2026-11-20")):
        browser.execute_script(f"document.getElementById('{name}').value = '{text}'")
    fill(browser, "on-time", "98,7")
    press(browser, "publish")
    see(browser, "98,7 %")
    see(browser, "Câu hỏi chờ lâu nhất chưa đếm")
    hall.sync.start()

    (figures,) = hall.room.files.portal_data.items()

    assert (figures.on_time_percent, figures.oldest_unanswered_days) == (98.7, None)


def test_an_officer_sees_that_a_slip_was_withdrawn_and_nothing_of_what_it_said(
    browser, hall, reference_portal
):
    dossier = hall.room.submit("t")
    hall.sync.start()
    hall.leave(
        Message(kind=MessageKind.WITHDRAWAL, topic=dossier.dossier_id, choice=dossier.lookup_code), key="w"
    )
    browser.get(f"{reference_portal.url}/hoi-dap")
    browser.find_element(By.LINK_TEXT, "Xin rút phiếu").click()
    see(browser, "Xem phiếu")
    assert dossier.lookup_code not in browser.page_source

    browser.find_element(By.LINK_TEXT, "Xem phiếu").click()

    see(browser, "Người khai đã rút phiếu. Nội dung đã xoá.")


@pytest.mark.parametrize("path", ["/", "/hoi-dap", "/thong-bao", "/so-lieu", "/may"])
def test_no_page_is_wider_than_the_window(browser, reference_portal, path):
    browser.get(f"{reference_portal.url}{path}")

    assert browser.execute_script("return document.body.scrollWidth <= window.innerWidth")
    assert browser.find_element(By.TAG_NAME, "h1").text
