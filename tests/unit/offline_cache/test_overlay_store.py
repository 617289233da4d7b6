import sqlite3
from datetime import date

import pytest

from kiosk.domain.overlays import OverlayDraft, OverlayKey, OverlayRefused
from kiosk.ports.outbox import StorageBroken
from offline_cache.migrations import APPLICATION_ID, STEPS
from offline_cache.overlay_store import MAX_MISSES_A_DAY, MISSES_KEPT_DAYS
from tests.fakes.dossiers import Room

TODAY = date(2026, 11, 24)


@pytest.fixture
def room(tmp_path):
    opened = [Room(tmp_path / "home")]
    yield opened
    opened[-1].close()


def fee(value="8000", **changes):
    return OverlayDraft(
        **({"code": "1.001193", "key": OverlayKey.FEE, "value": value, "by": "Lan"} | changes)
    )


def test_an_overlay_is_kept_over_a_restart_with_who_and_when(room):
    made = room[-1].files.overlays.add(
        fee(valid_from=date(2027, 1, 1), basis="Quyết định 1872"), at_ms=1_790_000_000_000
    )

    room.append(room[-1].reopened())
    (kept,) = room[-1].files.overlays.overlays()

    assert kept == made
    assert (kept.by, kept.value, kept.valid_from, kept.basis) == (
        "Lan",
        "8000",
        date(2027, 1, 1),
        "Quyết định 1872",
    )
    assert kept.at == "2026-09-21T14:13:20+00:00"


def test_an_edit_takes_the_place_of_the_overlay_before_and_neither_row_is_lost(room):
    store = room[-1].files.overlays
    first = store.add(fee(), at_ms=1)
    second = store.add(fee("9000"), at_ms=2, replaces=first.overlay_id)

    assert store.overlays() == (second,)
    assert room[-1].files.database.db.execute("SELECT count(*) FROM overlays").fetchone()[0] == 2


def test_an_overlay_already_replaced_is_not_replaced_again(room):
    store = room[-1].files.overlays
    first = store.add(fee(), at_ms=1)
    store.add(fee("9000"), at_ms=2, replaces=first.overlay_id)

    with pytest.raises(KeyError):
        store.add(fee("7000"), at_ms=3, replaces=first.overlay_id)


def test_removing_says_who_did_it_and_brings_nothing_back(room):
    store = room[-1].files.overlays
    first = store.add(fee(), at_ms=1)
    second = store.add(fee("9000"), at_ms=2, replaces=first.overlay_id)

    gone = store.remove(second.overlay_id, by="Hoa", at_ms=3)

    assert gone == second
    assert store.overlays() == ()
    row = room[-1].files.database.db.execute("SELECT made_by, value, replaces FROM overlays").fetchall()[-1]
    assert tuple(row) == ("Hoa", "", second.overlay_id)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (fee(by="  "), "by"),
        (fee(""), "fee"),
        (fee("1000000001"), "fee"),
        (fee("<b>8000</b>"), "fee"),
        (fee("8000\x00"), "fee"),
        (fee(key=OverlayKey.POPULARITY, value="101"), "popularity"),
        (fee(key=OverlayKey.HIDDEN, value="no"), "hidden"),
        (fee(key=OverlayKey.EVERYDAY_NAME, value="123"), "everyday_name"),
        (fee(key=OverlayKey.COUNTER, value="x" * 61), "counter"),
        (fee(valid_from=date(2027, 1, 2), valid_to=date(2027, 1, 1)), "valid_to"),
    ],
)
def test_what_cannot_be_taken_is_refused_by_field_and_nothing_is_kept(room, draft, field):
    with pytest.raises(OverlayRefused) as refused:
        room[-1].files.overlays.add(draft, at_ms=1)

    assert refused.value.field == field
    assert room[-1].files.overlays.overlays() == ()


def test_an_overlay_changed_behind_our_back_is_noticed_and_the_others_are_saved(room):
    store = room[-1].files.overlays
    store.add(fee("8000"), at_ms=1)
    second = store.add(fee("Quầy 3", key=OverlayKey.COUNTER), at_ms=2)
    store.add(fee("Quầy 4", key=OverlayKey.COUNTER), at_ms=3, replaces=second.overlay_id)
    home = room[-1].home
    room[-1].close()
    connection = sqlite3.connect(home / "outbox.db")
    connection.execute("UPDATE overlays SET value = '1' WHERE overlay_seq = 1")
    connection.commit()
    connection.close()

    room.append(Room(home))

    assert "overlays row 1" in room[-1].report.reason
    assert [overlay.value for overlay in room[-1].files.overlays.overlays()] == ["Quầy 4"]
    room.append(room[-1].reopened())
    assert room[-1].report.sound


def test_an_outbox_of_the_shape_before_gets_its_overlays_table(room):
    home = room[-1].home
    room[-1].close()
    for file in home.glob("outbox.db*"):
        file.unlink()
    connection = sqlite3.connect(home / "outbox.db")
    connection.executescript(f"{STEPS[0]} PRAGMA user_version = 1; PRAGMA application_id = {APPLICATION_ID};")
    connection.close()

    room.append(Room(home))

    assert room[-1].report.sound
    assert room[-1].files.overlays.overlays() == ()


def test_a_closed_outbox_says_so(room):
    room[-1].close()

    with pytest.raises(StorageBroken):
        room[-1].files.overlays.overlays()
    room.append(Room(room[-1].home))


def test_misses_are_counted_by_day_and_listed_most_frequent_first(room):
    log = room[-1].files.misses
    log.count(["Giấy báo tử", "xin điện gió"], day=TODAY)
    log.count(["giay bao tu"], day=date(2026, 11, 25))

    assert [(miss.query, miss.times, miss.last_day.day) for miss in log.misses()] == [
        ("giay bao tu", 2, 25),
        ("xin dien gio", 1, 24),
    ]


def test_no_more_than_two_hundred_queries_a_day_are_kept(room):
    log = room[-1].files.misses
    log.count([f"khong co {chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(250)], day=TODAY)

    assert len(log.misses()) == MAX_MISSES_A_DAY


def test_misses_are_dropped_after_half_a_year(room):
    log = room[-1].files.misses
    log.count(["giay bao tu"], day=TODAY)
    log.count(["khac han"], day=date.fromordinal(TODAY.toordinal() + MISSES_KEPT_DAYS + 1))

    assert [miss.query for miss in log.misses()] == ["khac han"]


def test_a_query_that_became_a_name_is_forgotten(room):
    log = room[-1].files.misses
    log.count(["giấy báo tử"], day=TODAY)

    log.forget("Giấy báo tử")

    assert log.misses() == ()
