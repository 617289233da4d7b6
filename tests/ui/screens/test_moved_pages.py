"""What does not fit on the glass: pages moved by whole lines, and lists with more than one row a page."""

import pytest

from kiosk.domain.access_modes import AccessModes, TextSize
from tests.ui.screens.citizen import scene_rect, walk
from tests.ui.screens.stops import visit

PAGES = ("procedure", "hall_info", "school", "own_list", "online_guide")
ROUNDING_PX = 2


def lines_of(screen):
    """The lines of all words of the page, from its top."""
    top = scene_rect(screen).top()
    for item in walk(screen):
        if item.inherits("QQuickText") and item.property("text") and item.height() > 0:
            count = item.property("lineCount")
            each = item.height() / count
            begins = scene_rect(item).top() - top
            for number in range(count):
                yield item.property("text")[:30], begins + number * each, begins + (number + 1) * each


def named(citizen, name):
    """An item by its name, on the glass or beyond its edge."""
    return next(item for item in citizen.items() if item.objectName() == name)


def top_of(citizen):
    """How far the page has been moved, from the top of what shows it."""
    return scene_rect(named(citizen, "viewport")).top() - scene_rect(named(citizen, "screen")).top()


def parts(citizen):
    """Where each part of the page begins, from its top, as Down is touched to the end."""
    begins = [top_of(citizen)]
    while citizen.shows("moveDown") and citizen.find("moveDown").isEnabled():
        citizen.touch("moveDown")
        citizen.settle()
        begins.append(top_of(citizen))
        assert begins[-1] > begins[-2]
    return named(citizen, "screen"), scene_rect(named(citizen, "viewport")).height(), begins


@pytest.mark.parametrize("shape", ["portrait", "landscape", "wide"])
@pytest.mark.parametrize("page", PAGES)
def test_every_line_stands_whole_in_some_part_of_a_moved_page(open_kiosk, shape, page):
    citizen = open_kiosk(shape=shape)
    visit(citizen, page)
    citizen.kiosk.shell.set_modes(AccessModes(text=TextSize.LARGEST))
    citizen.settle()
    screen, height, begins = parts(citizen)

    cut = [
        words
        for words, top, bottom in lines_of(screen)
        if not any(begin - ROUNDING_PX <= top and bottom <= begin + height + ROUNDING_PX for begin in begins)
    ]
    assert cut == []


def test_up_stands_where_down_began(open_kiosk):
    citizen = open_kiosk(shape="landscape")
    visit(citizen, "procedure")
    citizen.kiosk.shell.set_modes(AccessModes(text=TextSize.LARGEST))
    citizen.settle()
    stood = []
    for _ in range(3):
        stood.append(top_of(citizen))
        citizen.touch("moveDown")
    for before in reversed(stood):
        citizen.touch("moveUp")

        assert top_of(citizen) == before


def test_a_procedure_in_the_largest_letters_is_read_in_few_parts(open_kiosk):
    citizen = open_kiosk()
    visit(citizen, "procedure")
    citizen.kiosk.shell.set_modes(AccessModes(text=TextSize.LARGEST))
    citizen.settle()

    assert len(parts(citizen)[2]) <= 6


def test_large_letters_leave_two_rows_on_a_lying_check_page(open_kiosk):
    citizen = open_kiosk(shape="landscape")
    visit(citizen, "check_by_post")
    citizen.kiosk.shell.set_modes(AccessModes(text=TextSize.LARGE))
    citizen.settle()

    assert named(citizen, "rows").property("last") == 1
