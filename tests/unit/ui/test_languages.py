import pytest

from ui.languages import data_language, next_language, offered_languages


def offered(folder, *codes):
    for code in codes:
        (folder / f"kiosk_{code}.qm").touch()
    return offered_languages(folder)


def test_vietnamese_is_there_without_any_table(tmp_path):
    assert [language.code for language in offered(tmp_path)] == ["vi"]


def test_every_table_is_a_language_by_its_own_name(tmp_path):
    languages = offered(tmp_path, "ko", "en", "ja", "zh")

    assert {language.code: language.name for language in languages} == {
        "en": "English",
        "vi": "Tiếng Việt",
        "zh": "中文",
        "ja": "日本語",
        "ko": "한국어",
    }


def test_a_file_that_is_no_table_is_no_language(tmp_path):
    (tmp_path / "kiosk_en.ts").touch()
    (tmp_path / "kiosk_../x.qm".replace("/", "")).touch()

    assert [language.code for language in offered(tmp_path)] == ["vi"]


def test_touch_by_touch_every_language_comes_and_vietnamese_again(tmp_path):
    languages = offered(tmp_path, "ko", "en", "ja", "zh")
    code, seen = "vi", []
    for _ in languages:
        code = next_language(languages, code).code
        seen.append(code)

    assert sorted(seen) == ["en", "ja", "ko", "vi", "zh"]
    assert seen[-1] == "vi"


@pytest.mark.parametrize(("shown", "said"), [("vi", "vi"), ("en", "en"), ("ko", "en")])
def test_what_the_catalogue_says_is_vietnamese_or_english(shown, said):
    assert data_language(shown) == said
