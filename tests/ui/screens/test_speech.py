"""The voice: it says all that is to be read, in the language shown, and not a private word aloud."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.domain.access_modes import AccessModes
from tests.ui.screens.stops import STOPS, visit

CODE = "1.001193"
NAME = "Nguyễn Hoàng Minh Thiên An"


def hear(citizen, words):
    citizen.until(lambda: words in citizen.speaker.words(), f"{words!r} to be heard")


def press(citizen, key):
    QTest.keyClick(citizen.kiosk.view, key)
    citizen.settle()


@pytest.fixture
def listening(citizen):
    citizen.begin()
    citizen.touch("bar-speech")
    return citizen


def test_one_touch_reads_the_page_and_names_what_can_be_touched(listening):
    hear(listening, "Ông/bà cần làm việc gì?")
    hear(listening, "Sinh con")


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_the_first_key_on_a_page_stands_on_its_first_control_and_chooses_nothing(citizen, key):
    citizen.begin()
    citizen.touch("tile-sinh-con")

    press(citizen, key)

    held = citizen.kiosk.view.activeFocusItem()
    assert (citizen.screen_name(), held.objectName()) == ("event_list", f"row-{CODE}")


def test_the_next_page_is_read_as_it_comes(listening):
    listening.touch("tile-sinh-con")

    hear(listening, "Đăng ký khai sinh")


def test_the_voice_speaks_the_language_shown(listening):
    listening.touch("bar-language")

    hear(listening, "What do you need?")
    assert {one.language for one in listening.speaker.said if "What do you need?" in one.text} == {"en"}


def test_a_touch_breaks_off_what_is_being_said(listening):
    hear(listening, "Ông/bà cần làm việc gì?")
    before = listening.speaker.stops
    listening.touch("tile-sinh-con")

    assert listening.speaker.stops > before


def test_without_the_voice_nothing_is_said(citizen):
    citizen.begin()
    citizen.touch("tile-sinh-con")

    assert citizen.speaker.said == []


def test_the_voice_ends_with_the_visit_and_repeats_nothing_of_it(listening):
    listening.touch("tile-sinh-con")
    listening.touch("bar-end")
    said = len(listening.speaker.said)
    listening.kiosk.aloud.repeat(AccessModes(speech=True))
    listening.settle()

    assert not listening.kiosk.shell.speech
    assert len(listening.speaker.said) == said


def shown_words(citizen):
    """The words of the page that are on the glass; a control is heard by its name, and so are its words."""
    page = citizen.kiosk.reader._page()
    texts = []
    for item in citizen.items():
        parent = item
        while parent is not None and parent is not page:
            parent = parent.parentItem()
        if is_control_above(item):
            continue
        if (
            parent is page
            and item.inherits("QQuickText")
            and item.property("text")
            and citizen.on_glass(item)
        ):
            texts.append(str(item.property("text")))
    return texts


def is_control_above(item):
    parent = item.parentItem()
    while parent is not None:
        if parent.property("strikeMs") is not None:
            return True
        parent = parent.parentItem()
    return False


def frame_names(citizen):
    """What the bar holds: it stands on every page and is named as it gets the keys."""
    return {
        str(item.property("spokenName"))
        for item in citizen.controls()
        if item.objectName().startswith("bar-")
    }


def control_names(citizen):
    return [str(item.property("spokenName")) for item in citizen.controls() if item.isEnabled()]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_word_to_be_read_on_any_page_is_heard(open_kiosk, language):
    citizen = open_kiosk()
    citizen.speaker.plugged = True
    unheard = {}
    for name in STOPS:
        visit(citizen, name)
        if citizen.screen_name() in {"attract", "out_of_order"}:
            continue
        if citizen.kiosk.translations.language() != language:
            citizen.kiosk.set_language(language)
        citizen.kiosk.aloud.look_for_headphones(lambda _plugged: None)
        citizen.settle()
        citizen.speaker.said.clear()
        citizen.kiosk.shell.set_modes(AccessModes())
        citizen.kiosk.shell.set_modes(AccessModes(speech=True))
        citizen.until(lambda: not citizen.kiosk.reader._arrived.isActive(), "the page to be read")
        citizen.settle()
        heard = citizen.speaker.words()
        page_controls = [name for name in control_names(citizen) if name not in frame_names(citizen)]
        missing = [
            words
            for words in [*shown_words(citizen), *page_controls]
            if words not in heard and not words.isdigit()
        ]
        if missing:
            unheard[name] = missing

    assert unheard == {}


def check_page_with_answers(citizen):
    citizen.kiosk.visit.of_form("khai-sinh")["child_name"] = NAME
    citizen.open("check_answers", code=CODE)


def test_what_a_person_declared_is_not_said_to_the_hall(listening):
    check_page_with_answers(listening)
    hear(listening, "Họ tên bé")
    listening.settle()

    assert listening.reads(NAME)
    assert NAME not in listening.speaker.words()


def test_in_headphones_a_person_hears_what_they_declared(listening):
    listening.speaker.plugged = True
    listening.kiosk.aloud.look_for_headphones(lambda _plugged: None)
    listening.settle()
    check_page_with_answers(listening)

    hear(listening, NAME)


def test_headphones_wake_the_machine_and_start_the_voice_and_their_leaving_ends_it(open_kiosk):
    citizen = open_kiosk(settings={"speech": {"headphones": "jack:0:Headphone Jack"}})
    citizen.speaker.plugged = True
    citizen.wait_s(3)
    woken = (citizen.screen_name(), citizen.kiosk.shell.speech)
    citizen.speaker.plugged = False
    citizen.wait_s(3)

    assert woken == ("home", True)
    assert not citizen.kiosk.shell.speech


def test_the_glass_goes_black_only_for_who_listens_and_a_touch_lifts_it(open_kiosk):
    citizen = open_kiosk(settings={"speech": {"headphones": "jack:0:Headphone Jack"}})
    citizen.speaker.plugged = True
    citizen.wait_s(3)
    citizen.open("accessibility")
    citizen.touch("pageDown") if citizen.shows("pageDown") else None
    while not citizen.shows("mode-curtain-on"):
        citizen.touch("pager-down")
    citizen.touch("mode-curtain-on")
    black = citizen.picture().pixelColor(540, 960).name()
    citizen.touch("liftCurtain")

    assert black == "#000000"
    assert citizen.screen_name() == "accessibility"
    assert not citizen.kiosk.shell.curtain


def test_the_idle_clock_waits_while_the_voice_speaks(listening):
    listening.kiosk.aloud._waiting = 1
    listening.wait_s(400)
    still = listening.screen_name()
    listening.kiosk.aloud._waiting = 0

    assert still == "home"


def test_faster_and_louder_are_heard_at_once_and_end_with_the_visit(listening):
    listening.open("accessibility")
    hear(listening, "Cỡ chữ")
    usual = listening.speaker.voices[-1]
    listening.kiosk.way.current.view_model.choose("rate", "more")
    listening.kiosk.way.current.view_model.choose("volume", "more")
    listening.settle()
    faster = listening.speaker.voices[-1]
    listening.touch("bar-end")

    assert faster.rate_percent > usual.rate_percent
    assert faster.volume_percent > usual.volume_percent
    assert listening.kiosk.shell.modes == AccessModes()


def test_by_keys_alone_a_person_gets_from_home_to_a_procedure(listening):
    press(listening, Qt.Key.Key_Down)
    steps = 0
    while listening.kiosk.view.activeFocusItem().objectName() != "tile-sinh-con":
        press(listening, Qt.Key.Key_Down)
        steps += 1
        assert steps < 25
    press(listening, Qt.Key.Key_Return)
    listening.until(lambda: listening.kiosk.view.activeFocusItem() is not None, "a control with the keys")

    assert listening.screen_name() == "event_list"
    hear(listening, "Đăng ký khai sinh")


def test_each_control_is_named_as_it_gets_the_keys(listening):
    listening.until(lambda: not listening.kiosk.reader._arrived.isActive(), "the page to be read")
    press(listening, Qt.Key.Key_Down)
    listening.speaker.said.clear()
    press(listening, Qt.Key.Key_Down)
    named = listening.kiosk.view.activeFocusItem().property("spokenName")

    hear(listening, named)
    hear(listening, "nút bấm")


def test_the_help_key_calls_help_from_any_page(listening):
    press(listening, Qt.Key.Key_F1)

    assert listening.screen_name() == "call_help"


def test_a_pause_holds_the_voice_and_the_same_key_goes_on(listening):
    press(listening, Qt.Key.Key_F3)
    held = listening.speaker.held
    press(listening, Qt.Key.Key_F3)

    assert (held, listening.speaker.held) == (True, False)


def test_the_code_of_a_kept_place_is_not_said_to_the_hall(listening):
    listening.kiosk.visit.of_form("khai-sinh")["child_name"] = NAME
    listening.open("keep_place", code=CODE)
    hear(listening, "Đi tìm giấy tờ")
    listening.settle()

    code = " ".join(listening.kiosk.visit.kept_code)
    assert listening.reads(code)
    assert code not in listening.speaker.words()
