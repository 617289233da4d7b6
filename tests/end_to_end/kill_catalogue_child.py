"""The catalogue's inside as a process that is killed: one action, told step by step.

Arguments: home, action (apply, rollback, overlay, rebuild, refresh), kill at step n (0: never by itself).
Each line of output was a fact before it was written: `step NAME` for each place a kill may fall, `done` at
the end with the number of steps.
"""

import os
import sys
from datetime import date
from pathlib import Path

from kiosk.domain.overlays import OverlayDraft, OverlayKey
from kiosk.services.edit_overlays import EditOverlays
from offline_cache import catalogue_folder
from offline_cache.catalogue_store import CatalogueStore
from offline_cache.outbox_files import OutboxFiles
from tests.end_to_end.kill_child import Steps, say
from tests.fakes.clock import FakeClock
from tests.fakes.dossiers import demo_keys

AT = "2026-11-24T09:00:00+07:00"
ACTIONS = ("apply", "rollback", "overlay", "rebuild", "refresh")


def store_of(home: Path) -> CatalogueStore:
    return CatalogueStore(
        home / "catalogue", starter_folder=home / "starter", today=lambda: date(2026, 11, 24)
    )


def watched(kill_at: int) -> Steps:
    steps = Steps(kill_at)
    for owner, name, label in (
        (os, "fsync", "fsync"),
        (Path, "replace", "rename"),
        (Path, "unlink", "unlink"),
        (Path, "chmod", "chmod"),
    ):
        steps.around(owner, name, label)
    real = catalogue_folder.VersionFolder.publish

    def publish(self, name, make, *, procedures):
        def stepped(path):
            steps.step("before building")
            make(path)
            steps.step("built")

        real(self, name, stepped, procedures=procedures)

    catalogue_folder.VersionFolder.publish = publish
    return steps


def act(home: Path, action: str) -> None:
    store = store_of(home)
    if action == "apply":
        store.apply((home / "staged").read_text(encoding="utf-8"), accepted_by="Lan", accepted_at=AT)
    elif action == "rollback":
        store.rollback(accepted_by="Lan", accepted_at=AT)
    elif action == "overlay":
        files = OutboxFiles(home / "demo", keys=demo_keys())
        files.open(now_ms=0)
        edit = EditOverlays(files.overlays, files.misses, store, FakeClock())
        edit.add(OverlayDraft(code="1.001193", key=OverlayKey.FEE, value="8000", by="Lan"))
        files.close()
        store.renew(at=AT, by="Lan", note="1.001193 fee")
    elif action == "rebuild":
        store.renew(at=AT)
    else:
        report = store.stage_file(home / "next.jsonl")
        store.apply(report.version, accepted_by="Lan", accepted_at=AT)


def main() -> None:
    home, action, kill_at = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    steps = watched(kill_at)
    act(home, action)
    say("done", str(steps.count))


if __name__ == "__main__":
    main()
