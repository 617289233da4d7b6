"""A file of an older shape is brought to the present one with every row, number and hash as they were."""

import shutil
import sqlite3

from kiosk.services.submit_dossier import lookup_code_fits
from offline_cache.migrations import APPLICATION_ID, STEPS
from tests.fakes.dossiers import Room

_OLD_COLUMNS = (
    "seq, dossier_id, receipt_no, kind, procedure_code, procedure_version, created_ms, token_sha256,"
    " payload_sha256, payload_bytes, key_ids, print_job_id, prev_hash, row_hash, payload, state, attempts,"
    " server_errors, next_try_ms, problem, flags, acked_ms, ack_seq, ack_epoch, recovered"
)


def as_of_shape(home, shape: int) -> None:
    """Write the rows of the outbox in `home` into a file of an older shape."""
    new, old = home / "outbox.db", home / "old.db"
    connection = sqlite3.connect(old)
    connection.executescript(";".join(STEPS[:shape]))
    connection.executescript(
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {shape};"  # noqa: S608
        f"ATTACH '{new}' AS new;"
        f"INSERT INTO outbox_events ({_OLD_COLUMNS}) SELECT {_OLD_COLUMNS} FROM new.outbox_events;"
        "INSERT INTO audit SELECT * FROM new.audit;"
        "INSERT INTO number_ranges SELECT first, last, next FROM new.number_ranges;"
    )
    connection.close()
    for file in home.glob("outbox.db*"):
        file.unlink()
    shutil.move(old, new)


def test_rows_of_the_shape_before_keep_their_chain_their_codes_and_their_turn(tmp_path):
    room = Room(tmp_path / "home")
    dossiers = [room.submit(token) for token in "abc"]
    before = room.files.outbox.lines()
    room.close()
    as_of_shape(room.home, 2)

    again = Room(room.home)

    assert again.report.sound, again.report.reason
    assert again.files.outbox.lines() == before
    (known,) = again.files.tracking.known(dossiers[1].receipt_no)
    assert lookup_code_fits(dossiers[1].lookup_code, known.lookup_hash)
    assert again.submit("d").receipt_no == "90000000433"
    again.close()
