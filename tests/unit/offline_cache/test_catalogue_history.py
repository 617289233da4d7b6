"""Who changed the live version is written down once, in a chain, and outlives the pointer."""

from contextlib import closing

import pytest

from kiosk.domain.catalogue_history import CatalogueAction
from offline_cache.catalogue_store import CatalogueStore
from tests.fakes.small_catalogues import WHO, damage, make_starter, overlay, row, write_rows

LATER = {"accepted_by": "Trần Hoa", "accepted_at": "2026-11-24T10:00:00+07:00"}


@pytest.fixture
def store(tmp_path):
    return CatalogueStore(tmp_path / "catalogue", starter_folder=make_starter(tmp_path / "starter"))


@pytest.fixture
def two(store, tmp_path):
    """The store after two refreshes, and the names of both versions."""
    first = store.stage_file(write_rows(tmp_path / "a.jsonl", [row()])).version
    store.apply(first, **WHO)
    second = store.stage_file(write_rows(tmp_path / "b.jsonl", [row(), row("1.000002")])).version
    store.apply(second, **LATER)
    return first, second


def told(store):
    return [(event.seq, event.action.value, event.by) for event in store.history().events]


def test_every_change_is_told_with_who_when_and_how_much(store, two):
    first, second = two

    store.rollback(**WHO)

    events = store.history().events
    assert told(store) == [
        (1, "applied", "Nguyễn Lan"),
        (2, "applied", "Trần Hoa"),
        (3, "rolled_back", "Nguyễn Lan"),
    ]
    assert [(event.before, event.after) for event in events[1:]] == [(first, second), (second, first)]
    assert [(event.added, event.changed, event.removed) for event in events[1:]] == [(1, 0, 0), (0, 0, 1)]
    assert events[1].at == LATER["accepted_at"]


def test_an_altered_line_is_named_and_the_others_are_still_told(store, two, tmp_path):
    file = tmp_path / "catalogue" / "history.jsonl"
    file.write_text(file.read_text(encoding="utf-8").replace("Nguyễn Lan", "Nguyễn Vô"), encoding="utf-8")

    history = store.history()

    assert history.damage.startswith("line 1")
    assert [event.seq for event in history.events] == [2]


def test_a_line_taken_out_is_noticed(store, two, tmp_path):
    store.rollback(**WHO)
    file = tmp_path / "catalogue" / "history.jsonl"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(lines[0] + lines[2])

    assert store.history().damage == "line 2: does not follow the line before it"


def test_a_line_half_written_by_a_power_cut_is_written_again(store, two, tmp_path):
    file = tmp_path / "catalogue" / "history.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole[:-40])

    assert told(store)[-1] == (2, "applied", "Trần Hoa")
    assert store.history().damage == ""
    store.rollback(**WHO)
    assert [seq for seq, *_ in told(store)] == [1, 2, 3]
    assert store.history().damage == ""


def test_a_history_that_is_gone_begins_with_the_last_change(store, two, tmp_path):
    (tmp_path / "catalogue" / "history.jsonl").unlink()

    store.rollback(**WHO)

    assert [seq for seq, *_ in told(store)][-1] == 3


@pytest.mark.parametrize("wreck", [lambda path: path.unlink(), lambda path: path.write_bytes(b'{"accepted')])
def test_a_pointer_that_is_gone_or_damaged_is_read_from_history(store, two, tmp_path, wreck):
    wreck(tmp_path / "catalogue" / "current")

    with closing(store.open_live()) as reader:
        assert reader.info().version == two[1]
        assert "current" in reader.info().trouble
    store.renew(at="")
    with closing(store.open_live()) as reader:
        assert reader.info().trouble == ""
    assert store.rollback(**WHO).version == two[0]


def test_a_damaged_live_version_is_put_aside_and_the_one_before_takes_over(store, two, tmp_path):
    first, second = two
    path = tmp_path / "catalogue" / "versions" / f"{second}.sqlite"
    damage(path)

    with closing(store.open_live()) as reader:
        assert reader.info().version == first
        assert reader.info().trouble == f"{second}: is damaged"
    event = store.renew(at="2026-11-24T11:00:00+07:00")

    assert (event.action, event.by, event.after) == (CatalogueAction.FELL_BACK, "kiosk", first)
    assert event.note == f"{second} is damaged"
    assert [found.name for found in (tmp_path / "catalogue" / "quarantine").iterdir()] == [path.name]
    assert store.versions()[0].state == "live"
    with closing(store.open_live()) as reader:
        assert reader.info().trouble == ""


def test_damage_and_a_new_overlay_at_once_end_with_the_older_facts_and_the_overlay(store, two, tmp_path):
    damage(tmp_path / "catalogue" / "versions" / f"{two[1]}.sqlite")
    store.keep_overlays((overlay(),))

    store.renew(at="")

    with closing(store.open_live()) as reader:
        assert reader.procedure("1.001193").local.fee_vnd == 8000
        assert reader.procedure("1.000001") is not None
        assert reader.procedure("1.000002") is None


def test_rolling_back_passes_over_a_damaged_version(store, two, tmp_path):
    third = store.stage_file(write_rows(tmp_path / "c.jsonl", [row("1.000003")]))
    store.apply(third.version, **WHO)
    damage(tmp_path / "catalogue" / "versions" / f"{two[1]}.sqlite")

    assert store.rollback(**WHO).version == two[0]


def test_a_damaged_starter_catalogue_is_built_afresh(store, tmp_path):
    name = store.live()
    damage(tmp_path / "catalogue" / "versions" / f"{name}.sqlite")

    store.renew(at="")

    store.verify(name)
    assert store.live() == name
