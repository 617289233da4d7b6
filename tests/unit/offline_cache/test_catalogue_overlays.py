"""A version is built from official facts, our texts and what staff added; a refresh touches only facts."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from kiosk.domain.catalogue_history import CatalogueAction
from kiosk.domain.overlays import OverlayKey
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_store import CatalogueStore
from tests.fakes.small_catalogues import WHO, make_starter, overlay, row, write_rows

AT = "2026-11-24T09:00:00+07:00"


class Hall:
    """A catalogue on a day that tests choose."""

    def __init__(self, folder):
        self.folder = folder
        self.day = date(2026, 11, 24)
        self.starter = make_starter(folder / "starter")
        self.store = self.opened()
        self.store.live()

    def opened(self):
        return CatalogueStore(self.folder / "catalogue", starter_folder=self.starter, today=lambda: self.day)

    def refresh(self, *rows):
        report = self.store.stage_file(write_rows(self.folder / "facts.jsonl", rows))
        self.store.apply(report.version, **WHO)
        return report

    def staff_add(self, *overlays):
        self.store.keep_overlays(overlays)
        return self.store.renew(at=AT, by="Lan", note="added")

    def procedure(self, code="1.001193"):
        with closing(self.store.open_live()) as reader:
            return reader.procedure(code)

    def finds(self, words):
        with closing(self.store.open_live()) as reader:
            return [found.code for found in reader.search(words, language="vi").rows]


@pytest.fixture
def hall(tmp_path):
    return Hall(tmp_path)


def test_an_edit_builds_a_version_and_history_says_who(hall):
    before = hall.store.live()

    event = hall.staff_add(overlay())

    assert hall.procedure().text("vi").fee == "8.000 đồng"
    assert (event.action, event.by, event.note, event.before, event.after) == (
        CatalogueAction.RENEWED,
        "Lan",
        "added",
        before,
        hall.store.live(),
    )
    assert (event.added, event.changed, event.removed) == (0, 1, 0)


def test_a_refresh_never_overwrites_what_staff_added(hall):
    hall.staff_add(overlay(), overlay(2, OverlayKey.COUNTER, "Quầy 3"))

    report = hall.refresh(row("1.001193", detail="full", steps=["Nộp hồ sơ"]), row())

    shown = hall.procedure()
    assert shown.steps == ("Nộp hồ sơ",)
    assert (shown.local.fee_vnd, shown.local.counter) == (8000, "Quầy 3")
    assert not any(
        change.field.startswith("local") for part in report.diff.changed for change in part.changes
    )


def test_a_version_staged_before_an_edit_goes_live_with_the_edit(hall):
    report = hall.store.stage_file(write_rows(hall.folder / "facts.jsonl", [row()]))
    hall.store.keep_overlays((overlay(code="1.000001", value="5000"),))

    hall.store.apply(report.version, **WHO)

    assert hall.procedure("1.000001").local.fee_vnd == 5000
    assert hall.store.is_current()


def test_rolling_back_takes_back_facts_and_keeps_what_staff_added(hall):
    hall.refresh(row())
    hall.refresh(row(), row("1.000002"))
    hall.staff_add(overlay())

    hall.store.rollback(**WHO)

    assert hall.procedure("1.000002") is None
    assert hall.procedure("1.000001") is not None
    assert hall.procedure().local.fee_vnd == 8000


def test_an_overlay_begins_and_ends_at_midnight(hall):
    hall.staff_add(overlay(valid_from=date(2026, 11, 25), valid_to=date(2026, 11, 25)))
    assert hall.procedure().local is None
    assert hall.store.is_current()

    hall.day = date(2026, 11, 25)
    assert not hall.store.is_current()
    hall.store.renew(at=AT, by="kiosk", note="")
    assert hall.procedure().local.fee_vnd == 8000

    hall.day = date(2026, 11, 26)
    hall.store.renew(at=AT, by="kiosk", note="")
    assert hall.procedure().local is None


def test_who_does_not_know_the_day_neither_sees_dated_overlays_nor_calls_anything_stale(hall):
    hall.staff_add(overlay(valid_to=date(2026, 12, 31)))
    blind = CatalogueStore(hall.folder / "catalogue", starter_folder=hall.starter)

    assert blind.renew(at=AT) is None
    assert hall.procedure().local.fee_vnd == 8000


def test_a_hidden_procedure_is_nowhere_and_comes_back_with_all_its_facts(hall):
    hall.refresh(row(), row("1.000002", "Thủ tục cấp lại giấy phép", conditions="Có giấy cũ"))
    hall.staff_add(
        overlay(code="1.000002", key=OverlayKey.HIDDEN, value="yes"), overlay(2, OverlayKey.HIDDEN, "yes")
    )

    assert hall.procedure("1.000002") is None
    assert hall.procedure("1.001193") is None
    assert "1.000002" not in hall.finds("cấp lại giấy phép")
    assert hall.store.official_record("1.001193").name == "Thủ tục đăng ký khai sinh"
    assert {"1.000002", "1.001193"} <= hall.store.codes()
    exported = {procedure.code: procedure for procedure in hall.store.procedures(hall.store.live())}
    assert exported["1.000002"].conditions == "Có giấy cũ"

    hall.staff_add()
    assert hall.procedure("1.000002").conditions == "Có giấy cũ"
    assert hall.procedure("1.001193").text("vi").name == "Đăng ký khai sinh"


def test_a_refresh_keeps_the_facts_of_what_is_hidden(hall):
    hall.refresh(row(), row("1.000002", conditions="Có giấy cũ"))
    hall.staff_add(overlay(code="1.000002", key=OverlayKey.HIDDEN, value="yes"))
    hall.starter.joinpath("synonyms.toml").write_text("", encoding="utf-8")

    hall.store = hall.opened()
    hall.store.renew(at=AT)
    hall.staff_add()

    assert hall.procedure("1.000002").conditions == "Có giấy cũ"


def test_what_staff_call_a_procedure_finds_it(hall):
    hall.refresh(row(), row("1.000002", "Thủ tục xác nhận số nhà"))
    assert "1.000002" not in hall.finds("giấy bảng hiệu")

    hall.staff_add(overlay(code="1.000002", key=OverlayKey.EVERYDAY_NAME, value="giấy bảng hiệu"))

    assert hall.finds("giay bang hieu")[0] == "1.000002"


def test_an_overlay_outlives_its_procedure(hall):
    hall.refresh(row("1.000002"))
    hall.staff_add(overlay(code="1.000002"))

    hall.refresh(row())
    assert hall.procedure("1.000002") is None

    hall.refresh(row(), row("1.000002"))
    assert hall.procedure("1.000002").local.fee_vnd == 8000


def test_the_diff_says_where_new_facts_contradict_what_staff_added(hall):
    hall.staff_add(overlay(value="8000"))
    priced = [{"channel": "direct", "fee_kind": "amount", "fee_vnd": 12000}]

    report = hall.store.stage_file(
        write_rows(hall.folder / "facts.jsonl", [row("1.001193", detail="full", methods=priced)])
    )

    found = [change for part in report.diff.contradictions for change in part.changes]
    assert ("local.fee", "8000", "12000") in [(change.field, change.before, change.after) for change in found]


def test_a_new_shipped_catalogue_is_joined_with_the_facts_that_were_there(hall):
    hall.refresh(row())
    file = hall.starter / "1.001193.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("Cho con mới sinh", "Con mới"), encoding="utf-8")
    hall.store = hall.opened()
    assert hall.procedure().text("vi").summary == "Cho con mới sinh"
    assert not hall.store.is_current()

    event = hall.store.renew(at=AT)

    assert hall.procedure().text("vi").summary == "Con mới"
    assert hall.procedure("1.000001") is not None
    assert (event.by, event.changed) == ("kiosk", 1)
    assert hall.store.versions()[0].accepted_by == "Nguyễn Lan"


def test_a_shipped_catalogue_that_nobody_refreshed_is_renewed_too(hall):
    file = hall.starter / "1.001193.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("Cho con mới sinh", "Con mới"), encoding="utf-8")
    hall.store = hall.opened()

    hall.store.renew(at=AT)

    assert hall.procedure().text("vi").summary == "Con mới"
    assert hall.store.renew(at=AT) is None


def test_a_version_an_older_program_built_is_renewed_with_its_facts(hall):
    report = hall.refresh(row())
    path = hall.folder / "catalogue" / "versions" / f"{report.version}.sqlite"
    make_older(path)
    accept_as_it_is(hall, report.version)

    with closing(hall.store.open_live()) as reader:
        assert reader.info().procedures == 1
        assert "format" in reader.info().trouble

    hall.store.renew(at=AT)

    assert hall.procedure("1.000001") is not None
    with closing(hall.store.open_live()) as reader:
        assert reader.info().trouble == ""


def make_older(path):
    """As format 2 was: nothing could be hidden, and nothing said what else it was built from."""
    path.chmod(0o644)
    connection = sqlite3.connect(path)
    connection.executescript(
        "DROP TABLE hidden; UPDATE meta SET value = '2' WHERE key = 'format';"
        "DELETE FROM meta WHERE key IN ('ingredients', 'right_from'); ALTER TABLE record DROP COLUMN shown;"
    )
    connection.close()


def accept_as_it_is(hall, version):
    from offline_cache.catalogue_folder import VersionFolder

    current = hall.folder / "catalogue" / "current"
    pointer = current.read_text(encoding="utf-8")
    files = VersionFolder(hall.folder / "catalogue")
    known = pointer.split(f'"version": "{version}",')[1].split('"sha256": "')[1].split('"')[0]
    current.write_text(pointer.replace(known, files.sha256(version)), encoding="utf-8")


def test_a_withdrawn_procedure_is_found_with_its_notice_and_listed_nowhere(hall):
    hall.refresh(row("1.000002", "Thủ tục xác nhận hộ nghèo"))
    withdraw(hall, date(2026, 7, 1))

    with closing(hall.store.open_live()) as reader:
        (found,) = [
            one for one in reader.search("xác nhận hộ nghèo", language="vi").rows if one.code == "1.000002"
        ]
        listed = [one.code for one in reader.rows_of_field("Hộ tịch", "vi")]
    assert found.line == "Bãi bỏ từ ngày 01/07/2026"
    assert "1.000002" not in listed


def test_a_procedure_withdrawn_a_year_ago_is_forgotten(hall):
    hall.refresh(row("1.000002"), row())
    withdraw(hall, date(2026, 7, 1))
    assert hall.store.is_current()

    hall.day = date(2027, 7, 1)
    assert not hall.store.is_current()
    hall.store.renew(at=AT)

    assert hall.procedure("1.000002") is None
    assert hall.procedure("1.000001") is not None
    assert hall.store.is_current()


def test_a_clock_gone_wrong_for_a_while_loses_no_facts(hall):
    hall.refresh(row("1.000002"), row())
    withdraw(hall, date(2026, 7, 1))

    for day in (date(2035, 1, 1), date(1970, 1, 1), date(2026, 11, 24)):
        hall.day = day
        hall.store.renew(at=AT)

    assert hall.procedure("1.000002").withdrawn_at == date(2026, 7, 1)


def withdraw(hall, day):
    """Put 1.000002 into a version as a complete national list leaves it."""
    from dataclasses import replace

    from offline_cache import catalogue_import

    known = hall.store.procedures(hall.store.live())
    gone = tuple(
        replace(facts, withdrawn_at=day) if facts.code == "1.000002" else facts
        for facts in known
        if facts.code != "1.001193"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue_import, "merged", lambda _known, _read: gone)
        hall.refresh(row())


def test_a_damaged_copy_of_the_overlays_stops_imports_and_nothing_else(hall):
    hall.refresh(row())
    hall.staff_add(overlay())
    report = hall.store.stage_file(write_rows(hall.folder / "facts.jsonl", [row(), row("1.000002")]))
    copy = hall.folder / "catalogue" / "overlays.json"
    copy.write_text(copy.read_text(encoding="utf-8").replace("8000", "9000"), encoding="utf-8")

    with pytest.raises(CatalogueRejected, match=r"overlays\.json"):
        hall.store.stage_file(hall.folder / "facts.jsonl")
    assert hall.procedure().local.fee_vnd == 8000
    hall.store.apply(report.version, **WHO)
    hall.store.rollback(**WHO)

    hall.store.keep_overlays((overlay(),))
    hall.store.renew(at=AT)
    assert hall.procedure().local.fee_vnd == 8000
