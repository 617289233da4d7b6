"""Staff edit with the real stores: what they add is kept, built in and told."""

from contextlib import closing
from datetime import date

import pytest

from kiosk.domain.overlays import OverlayDraft, OverlayKey, OverlayRefused
from kiosk.services.edit_overlays import EditOverlays
from offline_cache.catalogue_store import CatalogueStore
from tests.fakes.dossiers import Room
from tests.fakes.small_catalogues import WHO, make_starter, row, write_rows


class Desk:
    def __init__(self, folder):
        self.folder, self.room = folder, Room(folder / "home")
        self.store = CatalogueStore(
            folder / "catalogue",
            starter_folder=make_starter(folder / "starter"),
            today=lambda: date(2026, 11, 24),
        )
        self.told = []
        files = self.room.files
        self.edit = EditOverlays(
            files.overlays, files.misses, self.store, self.room.clock, changed=self._changed
        )

    def _changed(self, by, note):
        self.told.append((by, note))
        self.store.renew(at="", by=by, note=note)

    def shows(self, code="1.001193"):
        with closing(self.store.open_live()) as reader:
            return reader.procedure(code)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    yield desk
    desk.room.close()


def draft(value="8000", key=OverlayKey.FEE, **changes):
    return OverlayDraft(**({"code": "1.001193", "key": key, "value": value, "by": "Lan"} | changes))


def test_an_edit_is_kept_built_in_and_told(desk):
    made = desk.edit.add(draft())

    assert made.basis == "Quyết định số 1872/QĐ-BTP"
    assert desk.shows().text("vi").fee == "8.000 đồng"
    assert desk.told == [("Lan", "1.001193 fee")]


def test_an_edit_of_an_edit_and_its_removal_follow(desk):
    first = desk.edit.add(draft())
    second = desk.edit.add(draft("9000"), replaces=first.overlay_id)
    assert desk.shows().local.fee_vnd == 9000

    desk.edit.remove(second.overlay_id, by="Hoa")

    assert desk.shows().local is None
    assert desk.told[-1] == ("Hoa", "1.001193 fee removed")


def test_a_procedure_the_catalogue_does_not_hold_is_refused(desk):
    with pytest.raises(OverlayRefused) as refused:
        desk.edit.add(draft(code="9.999999"))

    assert refused.value.field == "code"
    assert desk.edit.list().overlays == ()


def test_a_hidden_procedure_can_still_be_edited_and_shown_again(desk):
    hidden = desk.edit.add(draft("yes", OverlayKey.HIDDEN))
    assert desk.shows() is None

    desk.edit.add(draft("Quầy 3", OverlayKey.COUNTER))
    assert desk.edit.list().orphans == ()
    desk.edit.remove(hidden.overlay_id, by="Lan")

    assert desk.shows().local.counter == "Quầy 3"


def test_an_overlay_whose_procedure_is_gone_is_kept_and_listed(desk):
    report = desk.store.stage_file(write_rows(desk.folder / "a.jsonl", [row()]))
    desk.store.apply(report.version, **WHO)
    made = desk.edit.add(draft(code="1.000001"))

    desk.store.rollback(**WHO)

    found = desk.edit.list()
    assert found.overlays == found.orphans == (made,)


def test_a_query_nobody_found_anything_for_becomes_an_everyday_name(desk):
    desk.room.files.misses.count(["giấy đẻ"], day=date(2026, 11, 24))
    assert [miss.query for miss in desk.edit.misses()] == ["giay de"]

    desk.edit.name_from_miss("giấy đẻ", code="1.001193", by="Lan")

    assert desk.edit.misses() == ()
    with closing(desk.store.open_live()) as reader:
        assert reader.search("giay de", language="vi").rows[0].code == "1.001193"


def test_a_copy_that_fell_behind_follows_the_outbox_again(desk):
    desk.edit.add(draft())
    (desk.folder / "catalogue" / "overlays.json").unlink()

    assert desk.edit.follow()
    assert not desk.edit.follow()
    assert [kept.value for kept in desk.store.overlays()] == ["8000"]
