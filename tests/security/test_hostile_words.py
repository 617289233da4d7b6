"""Hostile words in the catalogue, the hall's settings, the city's word and answers: no request leaves.

A counting server on loopback stands behind every picture and link in them; QML's default `Text` would ask it.
"""

import socket
import threading
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from tests.ui.conftest import MARKED_HALL
from tests.ui.screens.hall_stops import ITEMS, publish
from tests.ui.screens.stops import BIRTH, CODE, STOPS, visit

# What the program reads itself; the importers hold it to a shape. Everything else is words for people.
READ_BY_THE_PROGRAM = {
    "code",
    "icon",
    "pigment",
    "event_id",
    "life_events",
    "form_id",
    "language",
    "question_id",
    "portal_id",
    "replaced_by",
    "item_id",
    "choice_id",
    "query",
    "version",
    "kind",
    "url",
}


class CountingServer:
    """Counts who connects; answers nothing of use."""

    def __init__(self) -> None:
        self.requests = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._count, name="counting-server")
        self._thread.start()

    @property
    def words(self) -> str:
        """A picture, a style sheet and a link, in front of the words they hide in."""
        at = f"http://127.0.0.1:{self.port}"
        return f"<img src='{at}/i.png'><link href='{at}/s.css'><a href='{at}'>![m]({at}/m.png)</a>"

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _count(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.requests += 1
            client.close()


@pytest.fixture
def server() -> Iterator[CountingServer]:
    made = CountingServer()
    yield made
    made.close()


def hostile(value, words: str):
    """Return `value` with `words` in front of every text for people, however deep it lies."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return f"{words} {value}" if value else value
    if isinstance(value, tuple):
        return tuple(hostile(item, words) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            field.name: hostile(getattr(value, field.name), words)
            for field in fields(value)
            if field.name not in READ_BY_THE_PROGRAM
        }
        return replace(value, **changes)
    return value


class HostileReader:
    """A catalogue reader whose every answer carries the words."""

    def __init__(self, reader, words: str) -> None:
        self._reader, self._words = reader, words

    def __getattr__(self, name):
        original = getattr(self._reader, name)
        if name in {"close", "info"} or not callable(original):
            return original
        return lambda *values, **more: self._spoilt(name, original(*values, **more))

    def _spoilt(self, name, answer):
        if name == "fields":
            return answer
        return hostile(answer, self._words)


def as_words(hall: dict, words: str) -> dict:
    return {
        "hall": hall["hall"]
        | {
            "ward": f"{words[:60]} Phường Mẫu",
            "opening_hours": f"{words[:60]} 8:00",
            "notices": [words[:150]],
            "counters": [counter | {"directions": words[:150]} for counter in hall["hall"]["counters"]],
        }
    }


def test_the_trap_works_the_default_text_of_qml_asks_the_server(server, qtbot):
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(f'import QtQuick\nText {{ text: "{server.words}" }}'.encode(), QUrl())
    item = component.create()

    qtbot.waitUntil(lambda: server.requests > 0, timeout=5000)
    item.deleteLater()
    engine.deleteLater()


@pytest.fixture
def spoilt(open_kiosk, server):
    """The kiosk with hostile words in all it shows."""
    citizen = open_kiosk(settings=as_words(MARKED_HALL, server.words))
    kiosk = citizen.kiosk
    opened = kiosk.keep.open
    kiosk.find.close()
    citizen.settle()
    kiosk.find._open = lambda: HostileReader(opened(), server.words)
    publish(citizen, tuple(hostile(item, server.words) for item in ITEMS))
    return citizen


@pytest.mark.timeout(300)
def test_no_screen_asks_anybody_for_anything(spoilt, server, monkeypatch):
    monkeypatch.setitem(BIRTH, "birth_place", server.words[:80])
    shown = set()
    for name in STOPS:
        visit(spoilt, name)
        spoilt.picture()
        if spoilt.reads("<img"):
            shown.add(spoilt.screen_name())
    spoilt.settle()

    assert server.requests == 0
    assert {"home", "procedure", "event_list", "search"} <= shown, shown


def test_a_hostile_word_typed_by_a_person_stays_a_word(citizen, server):
    citizen.begin()
    citizen.kiosk.visit.of_form("khai-sinh").update(BIRTH | {"child_name": server.words[:60]})
    citizen.open("check_answers", code=CODE)
    citizen.picture()

    assert citizen.reads("<img")
    assert server.requests == 0
