"""Anything staff, files, midnight and damage do, in any order: what is promised holds after each step."""

import random
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.domain.overlays import OverlayKey, in_force
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_store import CatalogueStore
from tests.fakes.dossiers import REPOSITORY
from tests.fakes.small_catalogues import WHO, damage, make_starter, overlay, row, write_rows

CODES = ("1.001193", "1.000001", "1.000002", "1.000003")
TOGETHER = """
import sys
from datetime import date
from pathlib import Path
from offline_cache.catalogue_store import CatalogueStore
home, name = Path(sys.argv[1]), sys.argv[2]
store = CatalogueStore(home / "catalogue", starter_folder=home / "starter", today=lambda: date(2026, 11, 24))
for turn in range(4):
    report = store.stage_file(home / f"{name}.jsonl")
    try:
        store.apply(report.version, accepted_by=name, accepted_at="")
    except Exception as error:
        if "is not on this kiosk" not in str(error):
            raise
    store.renew(at="", by=name)
"""


class Walk:
    """A catalogue, and what a person would expect to see in it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.dice = folder, random.Random(seed)
        self.day, self.overlays = date(2026, 11, 24), ()
        make_starter(folder / "starter")
        self.store = CatalogueStore(
            folder / "catalogue", starter_folder=folder / "starter", today=lambda: self.day
        )
        self.store.live()
        self.steps = (
            self.refresh,
            self.refresh,
            self.take_back,
            self.edit,
            self.edit,
            self.another_day,
            self.ruin_a_version,
            self.ruin_the_pointer,
            self.renew,
        )

    def step(self) -> str:
        chosen = self.dice.choice(self.steps)
        chosen()
        return chosen.__name__

    def refresh(self) -> None:
        rows = [row(code) for code in self.dice.sample(CODES[1:], self.dice.randint(1, 3))]
        report = self.store.stage_file(write_rows(self.folder / "facts.jsonl", rows))
        self.store.apply(report.version, **WHO)

    def take_back(self) -> None:
        try:
            self.store.rollback(**WHO)
        except CatalogueRejected as rejected:
            if rejected.reason != "no version was applied yet":
                raise

    def edit(self) -> None:
        made = overlay(
            len(self.overlays) + 1,
            self.dice.choice([OverlayKey.FEE, OverlayKey.POPULARITY]),
            str(self.dice.randint(0, 100)),
            code=self.dice.choice(CODES),
        )
        if self.dice.random() < 0.5:
            made = replace(made, valid_to=self.day + timedelta(days=self.dice.randint(0, 3)))
        self.overlays = (*self.overlays, made)
        self.store.keep_overlays(self.overlays)

    def another_day(self) -> None:
        self.day += timedelta(days=self.dice.randint(-2, 4))

    def ruin_a_version(self) -> None:
        damage(self.dice.choice(sorted((self.folder / "catalogue" / "versions").glob("*.sqlite"))))

    def ruin_the_pointer(self) -> None:
        (self.folder / "catalogue" / "current").write_bytes(self.dice.randbytes(20))

    def renew(self) -> None:
        self.store.renew(at="")

    def judge(self) -> None:
        with closing(self.store.open_live()) as reader:
            assert reader.check() == ""
            assert reader.procedure("1.001193") is not None
        self.store.renew(at="")
        assert self.store.is_current()
        assert self.store.renew(at="") is None
        expected = in_force(self.overlays, self.day)
        with closing(self.store.open_live()) as reader:
            assert reader.info().trouble == ""
            for made in expected:
                shown = reader.procedure(made.code)
                if shown is not None and made.key is OverlayKey.FEE:
                    assert shown.local.fee_vnd == int(made.value)
        history = self.store.history()
        assert history.damage == ""
        assert [event.seq for event in history.events] == list(range(1, len(history.events) + 1))
        if history.events:
            assert history.events[-1].after == self.store.live()


@pytest.mark.parametrize("seed", range(6))
def test_after_any_walk_the_kiosk_opens_a_sound_catalogue_and_history_has_no_gap(tmp_path, seed):
    walk = Walk(tmp_path, seed)

    for _ in range(12):
        taken = walk.step()
        with closing(walk.store.open_live()) as reader:
            assert reader.procedure("1.001193") is not None, taken
        if walk.dice.random() < 0.4:
            walk.judge()

    walk.judge()


def test_two_who_refresh_at_once_leave_one_whole_history(tmp_path):
    make_starter(tmp_path / "starter")
    children = []
    for name, code in (("Lan", "1.000001"), ("Hoa", "1.000002")):
        write_rows(tmp_path / f"{name}.jsonl", [row(code)])
        children.append(
            subprocess.Popen(
                [sys.executable, "-c", TOGETHER, str(tmp_path), name],
                cwd=REPOSITORY,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
    for child in children:
        _, errors = child.communicate(timeout=90)
        assert child.returncode == 0, errors

    store = CatalogueStore(
        tmp_path / "catalogue", starter_folder=tmp_path / "starter", today=lambda: date(2026, 11, 24)
    )
    events = store.history().events
    assert store.history().damage == ""
    assert {event.by for event in events} >= {"Lan", "Hoa"}
    assert all(after.before == before.after for before, after in pairwise(events))
    assert events[-1].after == store.live()
