"""T4 with touches: a fetch can be stopped, and root's helper is asked only after a second touch."""

from threading import Event

import pytest

from kiosk.domain.updates import UpdateProblem
from kiosk.ports.sticks import Stick
from kiosk.ports.tasks import Lane
from kiosk.ports.trusted_updates import UpdateRefused
from kiosk.services.update_desk import Releases
from offline_cache.audit_file import AuditFile
from tests.ui.screens.lanes_done import after_staff
from tests.ui.screens.staff_stops import enter

LONGEST_S = 20


class SlowFetch:
    """Waits until it is stopped, or until the test lets it come."""

    def __init__(self, new=("kiosk.deb 1.2.0",), problem=None):
        self.new, self.problem = new, problem
        self.begun, self.ends = Event(), Event()

    def software(self, _origin):
        self.begun.set()
        assert self.ends.wait(LONGEST_S)
        if self.problem is not None:
            raise UpdateRefused(self.problem, place="stick", reason="seen")
        return self.new

    def stop(self):
        self.new = ()
        self.ends.set()


@pytest.fixture
def page(open_kiosk, tmp_path):
    kiosk = open_kiosk()
    enter(kiosk)
    kiosk.kiosk.way.start("tech_update")
    kiosk.settle()
    after_staff(kiosk)
    stick = Stick(folder=tmp_path, name="PHUONG", signed=tmp_path)
    kiosk.kiosk.staff.updates._sticks.found = lambda: (stick,)
    kiosk.touch("primary")
    after_staff(kiosk)
    kiosk.row = f"row-{tmp_path}"
    return kiosk


def fetching(page, **says):
    fetch = SlowFetch(**says)
    page.kiosk.staff.updates._make_fetch = lambda: fetch
    page.touch(page.row)
    page.until(fetch.begun.is_set, "the fetch")
    return fetch


def ended(page):
    told = []
    page.kiosk.tasks.submit(Lane.BUILD, lambda: True, done=told.append)
    page.until(lambda: bool(told), "the BUILD lane")
    after_staff(page)


def releases(page, **what):
    desk = page.kiosk.staff.updates
    desk._releases.look = lambda: Releases(**{"has_helper": True, **what})
    page.kiosk.way.start("tech_update")
    after_staff(page)


def test_a_fetch_shows_how_much_has_come_and_can_be_stopped(page):
    incoming = page.home / "demo" / "updates" / "incoming"
    incoming.mkdir(parents=True)
    (incoming / "part").write_bytes(bytes(2_500_000))
    fetching(page)
    page.see("Đang lấy và kiểm chữ ký")
    page.wait_s(1)
    after_staff(page)
    page.see("Đã nhận 2,5 MB")
    page.touch("primary")
    ended(page)

    page.see("Đã dừng")
    page.see("Bản đang dùng giữ nguyên")


def test_what_was_refused_says_why(page):
    fetch = fetching(page, problem=UpdateProblem.CHANGED)
    fetch.ends.set()
    ended(page)

    page.see("Không lấy bản này")
    page.see("Nội dung đã bị thay đổi sau khi ký")


def test_a_verified_release_is_installed_only_after_a_second_touch(page):
    releases(page, kept="1.2.0")
    page.touch("row-install")
    page.see("Chắc chắn, cài bản 1.2.0")
    assert not (page.home / "asked").exists()
    page.touch("row-install")
    after_staff(page)

    assert (page.home / "asked").read_text() == "install 1.2.0\n"
    page.see("Đã nhờ máy cài")
    entry = AuditFile(page.home).latest(1)[0]
    assert (entry.act, entry.about) == ("install_asked", "install 1.2.0")


def test_going_back_asks_for_the_release_before(page):
    releases(page, may_go_back=True, answer="installed 1.2.0")
    page.see("installed 1.2.0")
    page.touch("row-back")
    page.touch("row-back")
    after_staff(page)

    assert (page.home / "asked").read_text() == "back\n"


def test_a_machine_without_a_helper_says_so_and_asks_nobody(page):
    releases(page, kept="1.2.0", has_helper=False)
    page.touch("row-install")

    page.see("Máy này không có trình cài")
    assert not (page.home / "asked").exists()


def test_new_data_and_new_settings_lead_to_where_they_are_approved(page):
    fetch = fetching(page, new=("catalogue.jsonl.gz 7", "settings.toml 3"))
    fetch.ends.set()
    ended(page)
    page.see("Có cài đặt mới của thành phố")
    page.touch("row-data")

    assert page.screen_name() == "staff_catalogue"


def test_a_fetch_that_ends_while_the_area_is_closed_is_told_to_who_comes_back(page):
    fetch = fetching(page)
    page.touch("bar-end")
    enter(page)
    page.kiosk.way.start("tech_update")
    after_staff(page)
    page.see("Đang lấy và kiểm chữ ký")
    fetch.ends.set()
    ended(page)
    page.wait_s(1)

    page.see("Đã kiểm chữ ký: kiosk.deb 1.2.0")
