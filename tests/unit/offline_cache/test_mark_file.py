"""The mark: what it reserves in which range, and files of the shape before."""

import hashlib
import json

from offline_cache.mark_file import STEP, MarkFile


def test_a_mark_of_the_shape_before_still_proves_itself(tmp_path):
    said = b'{"seq_used":7,"seq_reserved":50,"number_used":900000007,"number_reserved":900000050}'
    digest = hashlib.sha256(said).hexdigest()
    path = tmp_path / "outbox.mark"
    path.write_bytes(b'{"mark":' + said + b',"sha256":"' + digest.encode() + b'"}')
    marks = MarkFile(path)

    assert marks.read()
    assert (marks.mark.seq_used, marks.mark.number_reserved, marks.mark.boots) == (7, 900_000_050, 0)


def test_a_changed_mark_is_not_believed(tmp_path):
    marks = MarkFile(tmp_path / "outbox.mark")
    marks.reserve(seq=1, number=900_000_001, last=900_009_999)
    path = tmp_path / "outbox.mark"
    path.write_text(path.read_text().replace("900000050", "900000001"))

    assert not MarkFile(path).read()


def test_leased_and_emergency_numbers_are_reserved_apart(tmp_path):
    marks = MarkFile(tmp_path / "outbox.mark")
    marks.reserve(seq=1, number=900_010_001, last=900_019_999)
    marks.use(seq=1, number=900_010_001)
    marks.reserve(seq=2, number=110_000_001, last=110_000_500)
    marks.use(seq=2, number=110_000_001)

    again = MarkFile(tmp_path / "outbox.mark")
    assert again.read()
    assert again.mark.number_reserved == 900_010_000 + STEP
    assert (again.mark.leased_first, again.mark.leased_used) == (110_000_001, 110_000_001)


def test_a_block_that_follows_the_last_one_is_the_same_run_another_begins_anew(tmp_path):
    marks = MarkFile(tmp_path / "outbox.mark")
    for number in (110_000_001, 110_000_051):
        marks.reserve(seq=1, number=number, last=number + STEP - 1)
    assert marks.mark.leased_first == 110_000_001

    marks.reserve(seq=2, number=120_000_001, last=120_000_500)

    assert marks.mark.leased_first == 120_000_001


def test_nothing_is_reserved_behind_the_end_of_a_range(tmp_path):
    marks = MarkFile(tmp_path / "outbox.mark")
    marks.reserve(seq=1, number=110_000_001, last=110_000_007)
    marks.reserve(seq=2, number=900_019_990, last=900_019_999)

    assert (marks.mark.leased_reserved, marks.mark.number_reserved) == (110_000_007, 900_019_999)


def test_what_was_reserved_is_never_taken_back_within_its_range(tmp_path):
    marks = MarkFile(tmp_path / "outbox.mark")
    for number in (110_000_001, 110_000_051, 110_000_101, 110_000_002):
        marks.reserve(seq=1, number=number, last=110_000_500)
    for number in (900_010_200, 900_010_003):
        marks.reserve(seq=1, number=number, last=900_019_999)

    assert (marks.mark.leased_first, marks.mark.leased_reserved) == (110_000_001, 110_000_150)
    assert marks.mark.number_reserved == 900_010_249


def test_a_message_reserves_a_row_and_no_number(tmp_path):
    marks = MarkFile(tmp_path / "outbox.mark")
    marks.reserve(seq=1)
    marks.use(seq=1)

    said = json.loads((tmp_path / "outbox.mark").read_text())["mark"]
    assert (said["seq_used"], said["number_reserved"], said["leased_reserved"]) == (1, 0, 0)
