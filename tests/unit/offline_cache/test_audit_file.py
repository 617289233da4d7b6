import json

import pytest

from kiosk.domain.audit import Act
from offline_cache.audit_file import AuditFile

AT = "2026-11-24T09:42:00+07:00"


@pytest.fixture
def log(tmp_path):
    made = AuditFile(tmp_path)
    for number in range(5):
        made.append(at=AT, who="Trần Thu Hà", act=Act.SETTING_CHANGED, about=f"hall.notices {number}")
    return made


def _lines(log):
    return log.path.read_bytes().splitlines(keepends=True)


def test_a_log_that_nobody_touched_holds(log):
    report = log.verify()

    assert (report.entries, report.damage) == (5, "")
    assert log.latest(2)[0].about == "hall.notices 4"
    assert log.latest(1)[0].hash == report.head


def test_an_empty_log_holds(tmp_path):
    assert AuditFile(tmp_path).verify().damage == ""
    assert AuditFile(tmp_path).latest(10) == ()


def test_a_changed_entry_shows(log):
    log.path.write_bytes(log.path.read_bytes().replace(b"hall.notices 2", b"hall.notices 7"))

    assert log.verify().damage == f"entry 3 of {AT} was changed"


def test_an_entry_made_anew_with_a_sound_hash_shows(log, tmp_path):
    other = AuditFile(tmp_path / "elsewhere")
    lines = _lines(log)
    other.append(at=AT, who="Kẻ lạ", act=Act.ENTERED)
    lines[2] = other.path.read_bytes()
    log.path.write_bytes(b"".join(lines))

    assert "missing" in log.verify().damage


def test_an_entry_taken_out_shows(log):
    lines = _lines(log)
    log.path.write_bytes(b"".join(lines[:2] + lines[3:]))

    assert log.verify().damage == "entries between 2 and 4 are missing"


def test_a_shortened_log_shows_also_after_it_went_on(log):
    log.path.write_bytes(b"".join(_lines(log)[:3]))
    assert log.verify().damage == "entries 4 to 5 are missing at the end"

    log.append(at=AT, who="Trần Thu Hà", act=Act.LEFT)

    assert log.verify().damage == "entries between 3 and 6 are missing"


def test_a_log_that_is_gone_shows(log):
    log.path.unlink()

    assert log.verify().damage == "entries 1 to 5 are missing at the end"


def test_what_a_stranger_added_stays_and_shows(log):
    with log.path.open("ab") as file:
        file.write(json.dumps({"who": "Kẻ lạ"}).encode() + b"\n")
    log.append(at=AT, who="Trần Thu Hà", act=Act.LEFT)

    assert log.verify().damage == "line 6 cannot be read"


def test_a_line_torn_by_a_power_cut_is_no_tampering(log):
    with log.path.open("ab") as file:
        file.write(_lines(log)[-1][:20])
    log.append(at=AT, who="Trần Thu Hà", act=Act.LEFT)

    assert (log.verify().entries, log.verify().damage) == (6, "")


def test_a_line_written_just_before_a_power_cut_belongs_to_the_log(log):
    head = log.folder / "audit.head"
    before = head.read_bytes()
    log.append(at=AT, who="Trần Thu Hà", act=Act.LEFT)
    head.write_bytes(before)

    log.append(at=AT, who="Trần Thu Hà", act=Act.ENTERED)

    assert (log.verify().entries, log.verify().damage) == (7, "")


def test_a_head_that_was_changed_or_taken_away_shows(log):
    head = log.folder / "audit.head"
    head.write_bytes(b"{}")
    assert "audit.head" in log.verify().damage
    head.unlink()
    assert "missing" in log.verify().damage
