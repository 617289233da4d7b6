"""From home over every control of every screen, by touch: nobody is ever left standing in a dead end."""

import re

import pytest

# Keys only type; one of each kind stands for all. Rows lead to the same screen with another name in it.
KEYS = re.compile(r"(key|pad)-(?!(a|sac|submit|1|backspace)$)")
ALIKE = re.compile(r"^(row|tile|edit|choice)-")
ROWS_TRIED = 2


def controls_to_try(citizen):
    """The names of this screen's controls, those alike only as often as needed."""
    names, alike = [], {}
    for item in citizen.controls():
        name = item.objectName()
        if not name or not item.isEnabled() or KEYS.match(name) or name in names:
            continue
        kind = ALIKE.match(name)
        if kind:
            alike[kind[1]] = alike.get(kind[1], 0) + 1
            if alike[kind[1]] > ROWS_TRIED:
                continue
        names.append(name)
    return names


def place(citizen):
    """A screen as far as its ways go: its name, and for questions which one."""
    screen, about = citizen.about()
    facts = dict(about)
    return screen, facts.get("index", ""), facts.get("code", "") in citizen.kiosk.forms


def dead_ends(citizen):
    """What is missing on this screen: help, a way out, a way on."""
    screen = citizen.screen_name()
    # At home nothing is entered yet: there is nothing to end, and the first cells lead to the modes.
    way_out = {"bar-access"} if screen == "home" else {"bar-end", "bar-back"}
    needed = {"bar-help", "bar-language"} | way_out
    missing = [name for name in sorted(needed) if not citizen.shows(name)]
    own = [name for name in controls_to_try(citizen) if not name.startswith("bar-")]
    return [f"{screen}: no {name}" for name in missing] + (
        [] if own else [f"{screen}: nothing to touch but the bar"]
    )


def go_to(citizen, path):
    """Touch the way from the attract screen again; a finger's journey, nothing else."""
    if citizen.shows("bar-end"):
        citizen.touch("bar-end")
    elif citizen.screen_name() != "attract":
        citizen.kiosk.way.end_visit()  # home itself has no end: leaving it is what the idle clock does
        citizen.settle()
    citizen.begin()
    for name in path:
        citizen.touch(name)


def walk(citizen):
    """Breadth first over all places. Returns the places seen and what was missing on them."""
    citizen.begin()
    start = place(citizen)
    ways, wrong = {start: []}, []
    queue = [start]
    while queue:
        here = queue.pop(0)
        go_to(citizen, ways[here])
        wrong += dead_ends(citizen)
        for name in controls_to_try(citizen):
            if name in {"bar-end", "bar-language", "bar-text"}:
                continue
            if place(citizen) != here:
                citizen.touch("bar-back") if citizen.shows("bar-back") else None
                if place(citizen) != here:
                    go_to(citizen, ways[here])
            if not citizen.shows(name):
                continue
            citizen.touch(name)
            there = place(citizen)
            if there not in ways and there[0] not in {"attract", "slip_done"}:
                ways[there] = [*ways[here], name]
                queue.append(there)
    return ways, wrong


@pytest.mark.timeout(300)
def test_every_screen_a_touch_leads_to_has_a_way_on_a_way_back_and_help(citizen):
    ways, wrong = walk(citizen)

    assert wrong == []
    assert {screen for screen, *_ in ways} >= {
        "home",
        "event_list",
        "search",
        "fields",
        "procedure",
        "take_away",
        "print_sheet",
        "form_start",
        "form_question",
        "call_help",
        "hub",
        "track",
        "hall_info",
    }


def test_without_paper_too_there_is_a_way_on_from_every_screen(citizen):
    citizen.kiosk.printer.sensors.paper_out = True
    citizen.wait_s(11)
    citizen.begin()
    citizen.open("procedure", code="1.001193")
    citizen.touch("print")

    assert citizen.screen_name() == "printer_trouble"
    assert dead_ends(citizen) == []
