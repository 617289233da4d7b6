"""Which facts win: newest detail, then texts of a detail, then lists; and what is withdrawn stays a year."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kiosk.domain.catalogue import Detail, Procedure
from offline_cache.fact_precedence import KEPT_WITHDRAWN, preferred, withdrawn
from offline_cache.sources.source import WholeList

DAY = date(2026, 7, 18)
STAMP = datetime(2026, 7, 1, tzinfo=UTC)
LINE = Procedure(
    code="1.001193", name="Khai sinh", field="Hộ tịch", detail=Detail.LIST, issuer="Bộ Tư pháp", taken_at=DAY
)
FULL = replace(LINE, detail=Detail.FULL, steps=("Nộp hồ sơ",), issuer="", conditions="Có con")
DETAIL = replace(FULL, portal_updated=STAMP, name="Đăng ký khai sinh")


def test_a_line_empties_nothing_and_fills_what_the_detail_left_out():
    after = preferred(FULL, LINE)

    assert (after.detail, after.steps, after.issuer) == (Detail.FULL, FULL.steps, "Bộ Tư pháp")


def test_a_detail_takes_the_place_of_a_line():
    assert preferred(LINE, DETAIL) == replace(DETAIL, issuer=LINE.issuer)


def test_a_newer_detail_takes_the_place_of_an_older_one_and_not_the_other_way():
    newer = replace(DETAIL, portal_updated=STAMP + timedelta(days=1), conditions="")

    assert preferred(DETAIL, newer) == newer
    assert preferred(newer, DETAIL).portal_updated == newer.portal_updated


def test_a_text_of_a_detail_only_fills_what_the_portals_own_left_out():
    text = replace(FULL, name="Tên cũ", results=("Giấy khai sinh",))

    after = preferred(DETAIL, text)

    assert (after.name, after.results) == (DETAIL.name, ("Giấy khai sinh",))


def test_a_text_renews_a_text_without_emptying_it():
    after = preferred(FULL, replace(FULL, steps=("Mới",), conditions=""))

    assert (after.steps, after.conditions) == (("Mới",), "Có con")


def test_a_name_that_was_cut_off_is_never_taken_for_another():
    assert preferred(LINE, replace(LINE, name="Khai…")).name == "Khai sinh"
    assert preferred(LINE, replace(LINE, name="Khai...")).name == "Khai sinh"
    assert preferred(replace(LINE, name="Khai…"), LINE).name == "Khai sinh"


def test_a_detail_leaves_what_only_lists_knew():
    after = preferred(replace(LINE, agencies=("Sở Tư pháp",)), replace(DETAIL, issuer="Bộ Tư pháp"))

    assert (after.agencies, after.issuer, after.steps) == (("Sở Tư pháp",), "Bộ Tư pháp", DETAIL.steps)


def test_a_withdrawal_is_taken_back_by_a_later_detail_and_by_no_list_without_a_day():
    gone = replace(FULL, withdrawn_at=DAY)
    older = replace(DETAIL, portal_updated=datetime(2026, 7, 17, tzinfo=UTC))
    later = replace(DETAIL, portal_updated=datetime(2026, 7, 20, tzinfo=UTC))

    assert preferred(gone, replace(LINE, taken_at=DAY + timedelta(days=9))).withdrawn_at == DAY
    assert preferred(gone, older).withdrawn_at == DAY
    assert preferred(gone, later).withdrawn_at is None


def test_a_whole_list_of_a_later_day_takes_a_withdrawal_back_and_an_older_one_changes_nothing():
    known = {LINE.code: replace(LINE, withdrawn_at=DAY)}
    codes = frozenset({LINE.code})

    assert withdrawn(known, WholeList(day=DAY, codes=codes))[LINE.code].withdrawn_at is None
    assert withdrawn(known, WholeList(day=DAY - timedelta(days=1), codes=codes)) == known


def test_what_was_withdrawn_stays_for_a_year_with_its_first_day():
    known = {LINE.code: replace(LINE, withdrawn_at=DAY)}
    later = WholeList(day=DAY + KEPT_WITHDRAWN, codes=frozenset())
    much_later = WholeList(day=DAY + KEPT_WITHDRAWN + timedelta(days=1), codes=frozenset())

    assert withdrawn(known, later)[LINE.code].withdrawn_at == DAY
    assert withdrawn(known, much_later) == {}
