import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.official_links import OFFICIAL_HOSTS, official_link


@pytest.mark.parametrize(
    "url",
    [
        "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7",
        "https://dichvucong.hanoi.gov.vn/thu-tuc?ma=1.001193",
        "https://www.dichvucong.gov.vn/",
    ],
)
def test_a_page_of_an_official_portal_is_shown_as_it_is(url):
    assert official_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://dichvucong.gov.vn/a",
        "https://dichvucong.gov.vn.example.com/a",
        "https://example.com/dichvucong.gov.vn",
        "https://dichvucong.gov.vn@example.com/a",
        "https://example.com#@dichvucong.gov.vn",
        "https://nguoi:mat@dichvucong.gov.vn/a",
        "https://dichvucong.gov.vn:8443/a",
        "https://dichvucong.gov.vn:/a",
        "https://dichvucong.gov.vn\\@example.com/",
        "https://dichvucong.gov.vn/a b",
        "https://dichvucong.gov.vn/a\nb",
        "https://dịchvụcông.gov.vn/a",
        "javascript:alert(1)",
        "https://[dichvucong.gov.vn/",
        "https://dichvucong.gov.vn/" + "a" * 300,
    ],
)
def test_any_other_address_is_not_shown_at_all(url):
    assert official_link(url) == ""


@given(st.text(max_size=60))
def test_no_text_gets_past_the_list_of_hosts(text):
    shown = official_link("https://" + text)

    assert shown == "" or shown.split("/")[2].partition("?")[0].partition("#")[0].lower() in OFFICIAL_HOSTS
