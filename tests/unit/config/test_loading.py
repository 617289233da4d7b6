import pytest

from config.loading import LAST_GOOD_NAME, SETTINGS_NAME, SettingsRejected, load_settings, read_settings

GOOD = '[kiosk]\nmode = "guide"\nname = "Máy 7"\n'


@pytest.fixture
def file(tmp_path):
    return tmp_path / SETTINGS_NAME


def rejected(file, content):
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SettingsRejected) as caught:
        read_settings(file)
    return caught.value


def test_without_a_file_the_demo_hall_stands(tmp_path):
    loaded = load_settings(tmp_path)

    assert loaded.rejected is None
    assert (loaded.settings.hall.ward, loaded.settings.kiosk.mode) == ("Phường Mẫu", "demo")


def test_a_wards_file_stands_over_the_defaults(file, tmp_path):
    file.write_text(GOOD, "utf-8")

    settings = load_settings(tmp_path).settings

    assert (settings.kiosk.name, settings.kiosk.language) == ("Máy 7", "vi")
    assert settings.hall.ward == ""


@pytest.mark.parametrize(
    ("content", "line", "key", "value"),
    [
        ("[printer]\ndriver = 'virtual'\npaper_mm = 70\n", 3, "printer.paper_mm", "70"),
        ("[kiosk]\n\nmode = 'sell'\n", 3, "kiosk.mode", "'sell'"),
        ("[kiosk]\nname = 5\n", 2, "kiosk.name", "5"),
        ("[visit]\nwipe_after_s = 3\n", 2, "visit.wipe_after_s", "3"),
        ("[portal]\nurl = 'ftp://cong'\n", 2, "portal.url", "'ftp://cong'"),
        ("[printer]\npaper = 80\n", 2, "printer.paper", "80"),
        (
            "[[hall.hotlines]]\nname = 'Hỏi đáp'\nnumber = 'gọi nhé'\n",
            3,
            "hall.hotlines[0].number",
            "'gọi nhé'",
        ),
    ],
)
def test_a_value_that_cannot_be_is_named_with_file_line_key_and_value(file, content, line, key, value):
    error = rejected(file, content)

    assert (error.file, error.line, error.key, error.value) == (file, line, key, value)
    assert error.reason
    assert f"{SETTINGS_NAME}:{line}" in str(error)


def test_what_would_be_allowed_is_said(file):
    error = rejected(file, "[printer]\npaper_mm = 70\n")

    assert "allowed: `58` or `80`" in str(error)


def test_a_section_that_does_not_exist_is_named_with_its_line(file):
    error = rejected(file, "\n[printr]\nx = 1\n")

    assert (error.line, error.key, error.reason) == (2, "printr", "there is no such setting")


def test_a_setting_that_does_not_exist_is_called_so(file):
    assert rejected(file, "[kiosk]\ncolour = 'red'\n").reason == "there is no such setting"


def test_a_file_that_is_no_toml_is_named_with_its_line(file):
    error = rejected(file, "[kiosk]\nname = \n")

    assert error.line == 2
    assert "TOML" in error.reason


def test_a_file_that_is_no_text_is_named_with_its_line(file):
    error = rejected(file, b"[kiosk]\nname = '\xff\xfe'\n")

    assert error.line == 2
    assert "UTF-8" in error.reason


def test_a_file_larger_than_any_settings_is_refused(file):
    assert "256 KiB" in rejected(file, b"#" * (256 * 1024 + 1)).reason


def test_a_file_that_cannot_be_read_is_refused(file):
    file.mkdir()

    with pytest.raises(SettingsRejected, match="cannot be read"):
        read_settings(file)


def test_with_a_broken_file_the_last_good_one_stands_and_the_reason_is_told(file, tmp_path):
    file.write_text(GOOD, "utf-8")
    load_settings(tmp_path)
    file.write_text("[kiosk]\nmode = 'sell'\n", "utf-8")

    loaded = load_settings(tmp_path)

    assert loaded.settings.kiosk.name == "Máy 7"
    assert loaded.rejected is not None
    assert loaded.rejected.key == "kiosk.mode"


def test_with_both_files_broken_the_defaults_stand(file, tmp_path):
    file.write_text("x", "utf-8")
    (tmp_path / LAST_GOOD_NAME).write_text("y", "utf-8")

    loaded = load_settings(tmp_path)

    assert loaded.settings.kiosk.mode == "demo"
    assert loaded.rejected is not None


def test_a_good_file_is_remembered_once_and_leaves_no_half_file(file, tmp_path):
    file.write_text(GOOD, "utf-8")
    load_settings(tmp_path)
    load_settings(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [LAST_GOOD_NAME, SETTINGS_NAME]


def test_times_too_short_to_react_are_refused_by_the_settings_themselves(file):
    assert rejected(file, "[visit]\npersonal_wipe_after_s = 10\n").key == "visit.personal_wipe_after_s"
