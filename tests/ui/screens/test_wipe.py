"""After the wipe nothing a person entered is left: not in objects, not in models, not on the glass."""

import gc

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from tests.ui.screens.stops import CODE

# Written backwards, so that this file's own constants are not what is found.
MARKS = ("tevuad", "721000091100")


def marks():
    return tuple(mark[::-1] for mark in MARKS)


def found_in_memory():
    """Return what holds a mark: containers of the collector, Qt properties, rows of models."""
    gc.collect()
    wanted = marks()
    hits = []
    for held in gc.get_objects():
        if held is wanted or type(held).__name__ in {"frame", "cell"}:
            continue
        hits.extend(
            f"{type(held).__name__}: {text[:60]!r}"
            for text in gc.get_referents(held)
            if type(text) is str and any(mark in fold(text) for mark in wanted)
        )
        if isinstance(held, QObject):
            hits.extend(_in_object(held, wanted))
    return hits


def fold(text):
    return text.lower().replace(" ", "")


def _in_object(held, wanted):
    try:
        description = held.metaObject()
    except RuntimeError:
        return  # deleted already, only its wrapper is left
    for number in range(description.propertyCount()):
        name = description.property(number).name()
        if description.property(number).typeName() in {"QString", "QUrl"}:
            text = str(held.property(name))
            if any(mark in fold(text) for mark in wanted):
                yield f"{description.className()}.{name}: {text[:60]!r}"
    if isinstance(held, QAbstractItemModel):
        for row in range(held.rowCount(QModelIndex())):
            for role in range(int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 8):
                text = str(held.data(held.index(row, 0), role))
                if any(mark in fold(text) for mark in wanted):
                    yield f"row of {description.className()}: {text[:60]!r}"


def on_the_glass(citizen):
    return [
        text
        for item in citizen.items()
        if (text := str(item.property("text") or "")) and any(mark in fold(text) for mark in marks())
    ]


def declare(citizen):
    citizen.open("form_question", code=CODE, index=0)
    citizen.type(marks()[0] + "<submit>")
    citizen.open("form_question", code=CODE, index=5)
    citizen.dial(marks()[1])
    citizen.touch("next")
    citizen.open("check_answers", code=CODE)
    citizen.see(marks()[0].capitalize())


def test_the_search_for_marks_finds_them_while_the_person_is_there(citizen):
    declare(citizen)

    assert found_in_memory() != []
    assert on_the_glass(citizen) != []


def test_after_end_nothing_of_the_person_is_found_in_memory(citizen):
    declare(citizen)

    citizen.touch("bar-end")
    citizen.settle()

    assert on_the_glass(citizen) == []
    assert found_in_memory() == []


def test_after_silence_nothing_of_the_person_is_found_in_memory(citizen):
    declare(citizen)

    citizen.wait_s(181)
    citizen.wait_s(47)

    assert citizen.screen_name() == "attract"
    assert found_in_memory() == []


def test_after_sending_nothing_that_was_entered_is_found_in_memory(citizen):
    declare(citizen)
    answers = citizen.kiosk.visit.of_form("khai-sinh")
    answers.update(child_sex="female", child_born="2026-11-21", birth_place="Mẫu", mother_name="Hà")
    del answers
    citizen.touch("edit-Bé là")
    citizen.touch("choice-female")
    citizen.touch("send")
    citizen.see("Đã khai trước xong")

    citizen.touch("finish")
    citizen.settle()

    assert found_in_memory() == []


def test_the_picture_of_a_slip_is_dropped_with_its_page(citizen):
    from tests.ui.screens.stops import STOPS

    STOPS["slip_done"](citizen)
    citizen.settle()
    held = len(citizen.kiosk.sheets._pictures)

    citizen.touch("finish")

    assert (held, len(citizen.kiosk.sheets._pictures)) == (1, 0)


def test_a_place_kept_is_all_that_is_left_of_a_person_and_goes_with_its_time(citizen):
    declare(citizen)
    citizen.open("keep_place", code=CODE)

    citizen.touch("primary")
    citizen.settle()
    assert on_the_glass(citizen) == []
    assert citizen.kiosk.places.any

    citizen.wait_s(15 * 60 + 6)
    citizen.settle()
    assert found_in_memory() == []


def test_a_card_and_an_address_leave_nothing_behind(citizen):
    name, number = marks()
    citizen.begin()
    citizen.open("form_question", code=CODE, index=5)
    citizen.kiosk.scans.take(f"{number}||{name.capitalize()} Thị Mẫu|15081990|Nữ|Số 1 phố {name}|01072021")
    citizen.kiosk.visit.of_form("khai-sinh")["delivery_line"] = f"Số 1 phố {name}"
    citizen.settle()
    citizen.open("check_answers", code=CODE)

    citizen.touch("bar-end")
    citizen.settle()

    assert on_the_glass(citizen) == []
    assert found_in_memory() == []
