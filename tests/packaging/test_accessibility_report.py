import importlib.util

import pytest

from tests.conftest import REPOSITORY

PROGRAM = REPOSITORY / "packaging" / "accessibility" / "write_report.py"


@pytest.fixture(scope="module")
def report():
    spec = importlib.util.spec_from_file_location("write_report", PROGRAM)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def standard(**row):
    return [{"name": "A standard", "rows": [{"clause": "1", "asks": "Something", **row}]}]


def test_the_report_is_that_of_the_claims_and_every_test_it_names_is_there(report, capsys):
    assert report.main(["--check"]) == 0, capsys.readouterr().err


def test_a_claim_whose_test_is_gone_is_told(report):
    assert report.faults(standard(tests=["test_gone"]), {"test_there": "tests/x.py"}) == [
        "A standard, 1: no test test_gone"
    ]


def test_a_claim_without_a_test_or_a_reason_is_told(report):
    assert report.faults(standard(), {}) == ["A standard, 1: neither a test nor a reason"]
    assert report.faults(standard(machine="a jack"), {}) == []


def test_a_test_of_the_long_run_alone_is_no_evidence(report, tmp_path):
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "test_one.py").write_text(
        "import pytest\n\n\n@pytest.mark.long\ndef test_long():\n    pass\n\n\ndef test_short():\n    pass\n",
        encoding="utf-8",
    )

    assert report.tests_known(folder) == {"test_short": "tests/test_one.py"}


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ({"tests": ["test_there"]}, "Proved"),
        ({"tests": ["test_there"], "machine": "a jack"}, "Proved; a part needs the machine"),
        ({"machine": "a jack"}, "Needs the machine"),
        ({"absent": "no video"}, "Does not arise"),
        ({"open": "no film"}, "Not met"),
    ],
)
def test_the_report_never_says_more_than_is_shown(report, row, state):
    text = report.page(standard(**row), {"test_there": "tests/x.py"})

    assert f"| {state} | 1 |" in text


def test_a_page_that_is_out_of_date_is_told(report, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(report, "PAGE", tmp_path / "accessibility.md")

    assert report.main(["--check"]) == 1
    assert "make accessibility" in capsys.readouterr().err
    assert report.main([]) == 0
    assert report.main(["--check"]) == 0
