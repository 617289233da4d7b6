"""Pages as text give the line of a list and nothing that would have to be guessed out of glued tables."""

from kiosk.domain.catalogue import AgencyLevel, Detail
from offline_cache.catalogue_import import read_file
from offline_cache.sources import source_of
from tests.fakes.source_files import as_page_text


def quiet(_step, _done, _all):
    return


def test_only_what_stands_apart_is_taken(tmp_path):
    path = tmp_path / "pages.jsonl"
    path.write_bytes(as_page_text([("1.001193", "Đăng ký khai sinh")]))

    (row,) = source_of(path).read(path, None)

    assert row.detail is Detail.LIST
    assert (row.methods, row.papers, row.steps, row.results, row.agencies) == ((), (), (), (), ())
    assert row.applicants == ("Công dân Việt Nam", "Người nước ngoài")
    assert row.levels == (AgencyLevel.PROVINCE, AgencyLevel.WARD)
    assert row.decision_no == "163/QĐ-BTP"
    assert row.url.startswith("https://dichvucong.gov.vn/")


def test_an_address_that_is_not_https_is_dropped(tmp_path):
    path = tmp_path / "pages.jsonl"
    path.write_bytes(as_page_text([("1.001193", "x")]).replace(b"https://", b"javascript:"))

    (row,) = source_of(path).read(path, None)

    assert row.url == ""


def test_the_real_pages_are_all_read(shared_data):
    read = read_file(shared_data / "portal-raw/portal-page-text.jsonl.gz", taken_at=None, progress=quiet)

    assert (len(read.facts), read.refused) == (201, ())
    assert all(procedure.detail is Detail.LIST for procedure in read.facts)
