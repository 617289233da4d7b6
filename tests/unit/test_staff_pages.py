"""The clerks' and the technicians' page: pictures that exist and are the walk's, words that staff know."""

import re

import pytest

from tests.conftest import REPOSITORY
from tests.ui.screens.staff_pictures import PICTURES

DOCS = REPOSITORY / "docs"
PAGES = ("can-bo.md", "ky-thuat-vien.md")
NEVER = ("không hợp lệ", "lỗi hệ thống", "quận", "huyện")


def pictures(page):
    return re.findall(r"!\[[^\]]+\]\(pictures/([\w-]+)\.png\)", (DOCS / page).read_text("utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_of_a_page_is_there(page):
    assert [name for name in pictures(page) if not (DOCS / "pictures" / f"{name}.png").exists()] == []


def test_every_picture_the_walk_takes_for_staff_is_shown_and_no_other():
    assert sorted(name for page in PAGES for name in pictures(page)) == sorted(PICTURES)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_what_to_do_in_words_everybody_knows(page):
    text = (DOCS / page).read_text("utf-8").lower()

    assert [words for words in NEVER if words in text] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_leads_only_to_pages_that_are_there(page):
    named = re.findall(r"\]\(([\w-]+\.md)\)", (DOCS / page).read_text("utf-8"))

    assert named
    assert [name for name in named if not (DOCS / name).exists()] == []
