import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from ui.navigation import Way
from ui.view_model import ViewModel


class Noted(ViewModel):
    """Writes down when it arrives and leaves."""

    def __init__(self, name, log):
        super().__init__()
        self.name, self.log = name, log

    def arrive(self):
        self.log.append(f"arrive {self.name}")

    def leave(self):
        self.log.append(f"leave {self.name}")


@pytest.fixture
def log(qapp):
    yield []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def way(log):
    made = Way(
        lambda _way, place: Noted(place.screen, log),
        lambda: log.append("show"),
        lambda: log.append("wipe"),
    )
    yield made
    made.close()


def names(way):
    return [view_model.name for view_model in way.view_models()]


def test_going_on_keeps_the_screens_before(way, log):
    way.start("home")
    way.go("search")

    assert names(way) == ["home", "search"]
    assert "leave home" not in log


def test_back_shows_the_screen_before_as_it_was_left(way, log):
    way.start("home")
    first = way.current.view_model
    way.go("search")
    way.back()

    assert way.current.view_model is first
    assert log[-3:] == ["show", "arrive home", "leave search"]


def test_back_from_the_first_screen_stays(way):
    way.start("home")
    way.back()

    assert names(way) == ["home"]


def test_instead_leaves_nothing_to_come_back_to(way):
    way.start("home")
    way.go("take_away", code="1")
    way.instead("print_sheet", code="1")
    way.back()

    assert names(way) == ["home"]


def test_back_to_drops_all_above_and_ignores_a_screen_not_there(way, log):
    way.start("home")
    way.go("procedure")
    way.go("form_start")
    way.go("form_question")
    way.back_to("procedure")
    before = names(way)
    way.back_to("nowhere")

    assert before == names(way) == ["home", "procedure"]
    assert {"leave form_start", "leave form_question"} <= set(log)


def test_home_keeps_the_home_screen_where_it_is_the_first(way):
    way.start("home")
    first = way.current.view_model
    way.go("search")
    way.home()

    assert way.current.view_model is first
    assert way.depth == 1


def test_home_from_the_attract_screen_is_a_new_home(way):
    way.start("attract")
    way.home()

    assert names(way) == ["home"]


def test_the_end_wipes_before_the_attract_screen_shows_and_lets_all_go(way, log):
    way.start("home")
    way.go("form_question")
    log.clear()
    way.end_visit()

    assert log == ["wipe", "show", "arrive attract", "leave home", "leave form_question"]


def test_closing_lets_every_screen_go(way, log):
    way.start("home")
    way.go("search")
    way.close()

    assert way.depth == 0
    assert log[-2:] == ["leave home", "leave search"]


def test_a_screen_knows_what_it_is_about(way):
    way.start("home")
    way.go("procedure", code="1.001193")

    assert way.current.place.about == {"code": "1.001193"}
