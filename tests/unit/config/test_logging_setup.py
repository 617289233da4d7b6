"""What the log keeps, where, and what it never keeps."""

import json
import logging
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from config import logging_setup
from config.logging_setup import MASK, log_to_stderr, mask_personal, start_logging


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Take our handlers away again, so that no other test logs into a folder that is gone."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    structlog.reset_defaults()


def _lines(file: Path | None) -> list[dict[str, Any]]:
    assert file is not None
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def _kept(**fields: object) -> dict[str, Any]:
    return dict(mask_personal(None, "info", {"event": "tried", **fields}))


def test_an_event_is_one_line_of_json_with_name_level_and_time(tmp_path: Path) -> None:
    file = start_logging(tmp_path, by_hand=False)

    structlog.get_logger("kiosk.app").info("printer.recovered", condition="ready")

    (line,) = _lines(file)
    assert line["event"] == "printer.recovered"
    assert (line["logger"], line["level"], line["condition"]) == ("kiosk.app", "info", "ready")
    assert line["timestamp"].endswith("Z")


def test_other_programs_parts_log_into_the_same_file_masked(tmp_path: Path) -> None:
    file = start_logging(tmp_path, by_hand=False)

    logging.getLogger("some.library").warning("refused %s", "001190000000")

    assert _lines(file)[0]["event"] == f"refused {MASK}"


def test_a_fault_is_kept_with_its_place_but_not_with_a_persons_number(tmp_path: Path) -> None:
    file = start_logging(tmp_path, by_hand=False)

    try:
        int("no number: " + "0912 345 678")
    except ValueError:
        structlog.get_logger().critical("kiosk.fault", exc_info=True)

    said = _lines(file)[0]["exception"]
    assert "test_logging_setup.py" in said
    assert "345 678" not in said.splitlines()[-1]


def test_started_by_hand_a_person_reads_words_and_the_file_still_fills(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = start_logging(tmp_path, by_hand=True)

    structlog.get_logger("kiosk.app").warning("printer.failed", condition="paper_out")

    said = capsys.readouterr()
    assert "printer.failed" in said.err
    assert "condition=paper_out" in said.err
    assert said.out == ""
    assert len(_lines(file)) == 1


def test_started_by_the_machine_nothing_goes_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start_logging(tmp_path, by_hand=False)

    structlog.get_logger().warning("printer.failed")

    assert capsys.readouterr() == ("", "")


def test_a_command_keeps_events_off_the_output_that_programs_read(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr()

    structlog.get_logger().warning("printer.picture_not_kept")

    said = capsys.readouterr()
    assert said.out == ""
    assert "printer.picture_not_kept" in said.err


def test_a_full_file_makes_room_and_only_five_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging_setup, "FILE_BYTES", 400)
    start_logging(tmp_path, by_hand=False)

    for number in range(100):
        structlog.get_logger().info("counted", number=number)

    files = sorted(path.name for path in (tmp_path / "logs").iterdir())
    assert files == ["kiosk.log", *(f"kiosk.log.{older}" for older in range(1, 5))]
    assert all(path.stat().st_size <= 400 for path in (tmp_path / "logs").iterdir())


def test_a_folder_that_cannot_be_made_leaves_a_kiosk_that_starts_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")

    file = start_logging(tmp_path, by_hand=False)

    assert file is None
    assert "log.file_unusable" in capsys.readouterr().err


def test_the_logs_are_for_their_owner_only(tmp_path: Path) -> None:
    start_logging(tmp_path / "home", by_hand=False)

    assert (tmp_path / "home" / "logs").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "said",
    [
        "001190000000",
        "0011 9000 0000",
        "PK 170 123 456-80",
        "0912345678",
        "0912.345.678",
        "+84 912 345 678",
        "số 012345678, hết",
        "gọi 0912-345-678.",
        "minh.an@example.vn",
    ],
)
def test_numbers_and_addresses_of_people_are_masked_wherever_they_stand(said: str) -> None:
    kept = _kept(reason=f"refused: {said}", deep={"list": [said]})

    for text in (kept["reason"], kept["deep"]["list"][0]):
        assert MASK in text
        assert len(re.sub(r"\D", "", text)) < 4


@pytest.mark.parametrize(
    "said",
    [
        "192.168.100.120:9100",
        "2026-11-24T21:57:22+07:00",
        "2026-11-24 21:57",
        "24/11/2026, 09:05",
        "1.001193",
        "a3f5" * 16,
        str(uuid.UUID("12345678-1234-7123-8123-123456789012")),
        "quarantine/1764000000000-1",
        "8.000 đồng",
    ],
)
def test_what_technicians_need_is_kept_as_it_is(said: str) -> None:
    assert _kept(reason=said)["reason"] == said


@pytest.mark.parametrize(
    "key", ["phone", "father_name", "answers", "lookup_code", "citizen_id", "query", "mother_born"]
)
def test_fields_that_people_fill_in_are_masked_whatever_they_hold(key: str) -> None:
    assert _kept(**{key: "Nguyễn Minh An"})[key] == MASK


def test_whole_numbers_are_masked_unless_their_name_says_what_they_count() -> None:
    kept = _kept(found=190000000012, free_bytes=80_000_000_000, waited_ms=1200, rows=7, sound=True, ratio=0.5)

    assert kept == {
        "event": "tried",
        "found": MASK,
        "free_bytes": 80_000_000_000,
        "waited_ms": 1200,
        "rows": 7,
        "sound": True,
        "ratio": 0.5,
    }
