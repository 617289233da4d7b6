import pytest

from kiosk.domain.search_misses import MAX_LETTERS, remembered


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("Giấy báo tử", "giay bao tu"),
        ("  xin ĐIỆN gió!! ", "xin dien gio"),
        ("nghị định 99", "nghi dinh 99"),
        ("giấy 001199012345 của tôi", "giay cua toi"),
        ("số 0912345678", ""),
        ("gọi 0912 34 56 78", ""),
        ("ab", ""),
        ("", ""),
        ("1234", ""),
        ("lan@mail.vn", ""),
    ],
)
def test_a_query_is_kept_folded_and_without_numbers(query, kept):
    assert remembered(query) == kept


@pytest.mark.parametrize(
    "query",
    [
        "Nguyễn Văn An",
        "nguyen thi hoa",
        "lê văn tám",
        "do thi lan",
        "Trần Hưng",
        "tìm Vũ Thị Bình",
        "Lê Hồng Phong",
    ],
)
def test_a_query_that_reads_like_a_person_is_not_kept(query):
    assert remembered(query) == ""


@pytest.mark.parametrize(
    "query", ["hộ nghèo", "lý lịch", "lương hưu", "định danh mức 2", "trường học tư", "ho khau"]
)
def test_a_need_that_only_begins_like_a_family_name_is_kept(query):
    assert remembered(query) != ""


def test_a_long_query_ends_at_a_whole_word_within_sixty_letters():
    kept = remembered("xin cấp lại " * 20)

    assert len(kept) <= MAX_LETTERS
    assert kept.endswith(("lai", "cap", "xin"))
