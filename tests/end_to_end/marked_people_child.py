"""The real kiosk, off screen, used by people whose every word is marked; then it ends in one of three ways.

Arguments: home, portal address ("" for none), how it ends: calm, kill or abort. The marked people come on
standard input, so that no command line holds them. Says `kept N` for each thing kept, `ready` before the end.
"""

import json
import os
import signal
import sys
from pathlib import Path

from config.logging_setup import start_logging
from config.memory_guard import keep_memory_out_of_files
from kiosk.domain.consents import Purpose
from kiosk.domain.messages import Message, MessageKind
from kiosk.ports.tasks import Lane
from tests.ui.screens.citizen import Citizen
from ui.engine import make_application

CODE = "1.001193"


def main() -> None:
    home, url, end = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    people = json.load(sys.stdin)
    keep_memory_out_of_files()
    start_logging(home, by_hand=True)
    make_application()
    citizen = Citizen(home, settings={"portal": {"url": url}} if url else {"kiosk": {"name": "Máy thử"}})
    citizen.kiosk.exchange.start()
    citizen.begin()
    for number, person in enumerate(people):
        fill_in(citizen, person)
        leave_messages(citizen, person)
        look_for(citizen, person)
        say("kept", str(number))
    citizen.wait_s(1)
    typed(citizen, people[1])  # a place kept for who looks for papers
    citizen.open("keep_place", code=CODE)
    citizen.touch("primary")
    citizen.begin()
    typed(citizen, people[0])  # a form half filled in when the end comes
    say("ready", "")
    if end == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if end == "abort":
        os.abort()
    citizen.leave()


def typed(citizen: Citizen, person: dict[str, str]) -> None:
    answers = citizen.kiosk.visit.of_form("khai-sinh")
    answers |= {
        "child_name": person["name"],
        "child_sex": "female",
        "child_born": "2026-11-21",
        "birth_place": person["address"],
        "mother_name": person["name"],
        "mother_id": person["number"],
        "phone": person["phone"],
        "delivery_name": person["name"],
        "delivery_phone": person["phone"],
        "delivery_line": person["address"],
        "delivery_ward": "Phường Mẫu",
        "delivery_province": "Hà Nội",
    }
    citizen.kiosk.visit.agreed_of("khai-sinh").update({Purpose.CONTACT, Purpose.POST})


def fill_in(citizen: Citizen, person: dict[str, str]) -> None:
    """A birth declared, checked, sent and printed; a second copy of the slip."""
    typed(citizen, person)
    citizen.open("check_answers", code=CODE)
    assert citizen.reads(person["name"]), citizen.texts()
    citizen.touch("send")
    citizen.see("Đã khai trước xong")
    citizen.kiosk.way.home()
    citizen.settle()


def leave_messages(citizen: Citizen, person: dict[str, str]) -> None:
    for kind in (MessageKind.QUESTION, MessageKind.FEEDBACK, MessageKind.FAULT):
        heard: list[object] = []
        text = f"Tôi là {person['name']}, số {person['number']}, ở {person['address']}"
        citizen.kiosk.desk.messages.leave(
            Message(kind=kind, topic="hall", text=text, contact=person["phone"]),
            token=f"{kind.value} {person['name']}",
            done=heard.append,
            failed=heard.append,
        )
        citizen.until(lambda heard=heard: bool(heard), "the message")
        assert hasattr(heard[0], "message_id"), heard


def look_for(citizen: Citizen, person: dict[str, str]) -> None:
    """People type into the search who they are; nothing of it is remembered."""
    for words in (person["name"], person["number"], person["phone"], f"gọi {person['phone']}"):
        heard: list[object] = []
        citizen.kiosk.find.search(words, "vi", heard.append)
        citizen.until(lambda heard=heard: bool(heard), "the search")
    citizen.kiosk.misses.ended()
    told: list[bool] = []
    citizen.kiosk.tasks.submit(Lane.DATABASE, lambda: True, done=told.append)
    citizen.until(lambda: bool(told), "the notes")


def say(word: str, rest: str) -> None:
    os.write(1, f"{word} {rest}\n".encode())


if __name__ == "__main__":
    main()
