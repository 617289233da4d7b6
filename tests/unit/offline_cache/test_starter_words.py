"""The words of the starter catalogue are ones a citizen can read at a glance."""

import re
import unicodedata
from pathlib import Path

import pytest

from offline_cache.form_files import load_forms
from tests.unit.offline_cache.starter_files import STARTER, life_events, listed, procedures, words

FILES = procedures()
LISTED = listed()
ALL = FILES | LISTED
EVENTS = life_events()
ICONS = {path.stem for path in (STARTER.parents[1] / "ui" / "icons").glob("*.svg")}
TEXT_KEYS = {"name", "summary", "time", "time_note", "fee", "fee_note", "where", "where_note", "steps"}
OFFICE_WORDS = re.compile(
    r"\b(quận|huyện|cấp xã(?! hội)|bạn|TTHC|CCCD|CMND|UBND|HĐND|BHYT|BHXH|NĐ-CP|không hợp lệ|lỗi hệ thống)\b",
    re.IGNORECASE,
)
KINDS_THAT_ARE_FREE = {"free"}
FREE_WITHOUT_SAYING_SO = re.compile(r"chưa quy định|không quy định|theo quy định của luật phí", re.IGNORECASE)


@pytest.mark.parametrize("code", FILES)
def test_a_sentence_has_at_most_twelve_words(code: str) -> None:
    long = [
        (place, sentence)
        for place, text in words(FILES[code], "vi").items()
        for sentence in re.split(r"(?<=[.?!:;])\s+", text)
        if len(sentence.split()) > 12
    ]

    assert long == []


@pytest.mark.parametrize("code", FILES)
def test_no_office_words_reach_a_citizen(code: str) -> None:
    found = {place: text for place, text in words(FILES[code], "vi").items() if OFFICE_WORDS.search(text)}

    assert found == {}


@pytest.mark.parametrize("code", FILES)
def test_headlines_and_names_fit_their_places(code: str) -> None:
    text = FILES[code]["vi"]

    assert len(text["name"]) <= 34
    assert len(text["summary"]) <= 45
    assert len(text["time"]) <= 26
    assert len(text["fee"]) <= 28
    assert len(text["where"]) <= 30
    assert 3 <= len(text["steps"]) <= 6
    assert max(len(paper["vi"]["name"]) for paper in FILES[code]["papers"]) <= 42


@pytest.mark.parametrize("code", LISTED)
def test_what_only_the_list_knows_is_called_in_plain_words(code: str) -> None:
    text, said = LISTED[code]["vi"], words(LISTED[code], "vi")

    assert len(text["name"]) <= 34
    assert len(text["summary"]) <= 45
    assert not [line for line in said.values() if OFFICE_WORDS.search(line) or len(line.split()) > 12]
    assert LISTED[code]["icon"] in ICONS


@pytest.mark.parametrize("code", FILES)
def test_both_languages_say_the_same_things(code: str) -> None:
    vietnamese, english = words(FILES[code], "vi"), words(FILES[code], "en")

    assert set(FILES[code]["vi"]) == set(FILES[code]["en"]) == TEXT_KEYS
    assert {place for place, text in vietnamese.items() if text} == {
        place for place, text in english.items() if text
    }


@pytest.mark.parametrize("code", FILES)
def test_every_paper_has_a_name_a_note_and_a_reason(code: str) -> None:
    for paper in FILES[code]["papers"]:
        assert all(paper[language][key] for language in ("vi", "en") for key in ("name", "note", "why"))
        assert paper["official"]


@pytest.mark.parametrize("code", FILES)
def test_free_is_said_only_where_every_way_is_free_without_a_note(code: str) -> None:
    methods = FILES[code]["methods"]
    kinds = {method["fee_kind"] for method in methods}
    notes = " ".join(method.get("fee_text", "") for method in methods)
    may_say_free = kinds == KINDS_THAT_ARE_FREE and not FREE_WITHOUT_SAYING_SO.search(notes)

    says_free = "miễn phí" in FILES[code]["vi"]["fee"].lower() or "free" in FILES[code]["en"]["fee"].lower()

    assert may_say_free or not says_free


@pytest.mark.parametrize("code", FILES)
def test_an_amount_in_the_headline_is_an_amount_of_the_record(code: str) -> None:
    amounts = re.findall(r"\d[\d.]*(?= đồng)", FILES[code]["vi"]["fee"])
    known = {method.get("fee_vnd") for method in FILES[code]["methods"]}

    assert {int(amount.replace(".", "")) for amount in amounts} <= known


@pytest.mark.parametrize("path", sorted(STARTER.glob("*.toml")), ids=lambda path: path.stem)
def test_files_are_composed_unicode(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert unicodedata.normalize("NFC", text) == text
    assert not re.search("[\u00a0\u200b\ufeff]", text)


@pytest.mark.parametrize("code", FILES)
def test_a_file_is_named_after_its_code(code: str) -> None:
    assert FILES[code]["code"] == code
    assert re.fullmatch(r"\d\.\d{6}", code)


@pytest.mark.parametrize("code", FILES)
def test_people_have_several_everyday_names_for_it(code: str) -> None:
    aliases = FILES[code]["aliases"]

    assert 4 <= len(aliases) <= 10
    assert len({alias.lower() for alias in aliases}) == len(aliases)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["id"])
def test_every_life_event_leads_to_four_to_seven_procedures(event: dict[str, str]) -> None:
    reached = [code for code, table in ALL.items() if event["id"] in table.get("life_events", [])]

    assert 4 <= len(reached) <= 7


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["id"])
def test_the_most_wanted_procedure_of_an_event_is_not_a_tie(event: dict[str, str]) -> None:
    wanted = [table["popularity"] for table in ALL.values() if event["id"] in table.get("life_events", [])]

    assert len(set(wanted)) == len(wanted)


def test_life_events_named_by_procedures_exist() -> None:
    known = {event["id"] for event in EVENTS}

    assert {event for table in ALL.values() for event in table.get("life_events", [])} <= known


def test_home_has_eight_tiles_with_their_own_icon_and_pigment() -> None:
    assert len(EVENTS) == 8
    for key in ("id", "icon", "pigment", "title_vi", "title_en"):
        assert len({event[key] for event in EVENTS}) == 8


@pytest.mark.parametrize("code", FILES)
def test_every_icon_named_is_in_the_icon_set(code: str) -> None:
    icons = {FILES[code]["icon"], *(paper["icon"] for paper in FILES[code]["papers"])}

    assert icons <= ICONS


def test_plain_names_are_told_apart() -> None:
    names = [table["vi"]["name"].lower() for table in FILES.values()]

    assert len(set(names)) == len(names)


def test_forms_and_procedures_name_each_other() -> None:
    by_form = {(code, form.form_id) for form in load_forms() for code in form.procedure_codes}
    by_file = {(code, table["form"]) for code, table in FILES.items() if "form" in table}

    assert by_file == by_form
