import re
from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.catalogue import Detail, Procedure
from kiosk.domain.text_folding import tokens
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_reader import SqliteCatalogue
from offline_cache.catalogue_version import VersionContent, build_version, joined_procedures
from offline_cache.sources import starter
from offline_cache.sources.everyday_names import read_everyday_names

GOOD = """[[procedure]]
code = "1.000123"
names = ["giấy độc thân", "xác nhận chưa vợ"]

[[procedure]]
code = "1.000124"
names = [
  "đi bộ đội",
  "nhập ngũ",
]
"""
DRIVING = Procedure(code="1.002835", name="Cấp mới Giấy phép lái xe", field="Đường bộ", detail=Detail.LIST)


def read(tmp_path, text, name="family.toml"):
    folder = tmp_path / "everyday_names"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return read_everyday_names(tmp_path)


def test_names_are_read_by_code_from_all_files(tmp_path):
    read(tmp_path, GOOD)
    found = read(
        tmp_path, '[[procedure]]\ncode = "1.000001"\nnames = ["xin làm thừa phát lại"]\n', "law.toml"
    )

    assert [code for code, _ in found] == ["1.000001", "1.000123", "1.000124"]
    assert dict(found)["1.000124"] == ("đi bộ đội", "nhập ngũ")


def test_a_folder_without_names_has_none(tmp_path):
    assert read_everyday_names(tmp_path) == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "reason"),
    [
        ("1.000124", "1.124", 6, "procedure[1].code", "not a national code"),
        ("1.000124", "1.000124.H26", 6, "procedure[1].code", "is written 1.000124"),
        ("1.000124", "1.000123", 6, "procedure[1].code", "stands in family.toml already"),
        ("1.000124", "1.000007", 6, "procedure[1].code", "sorted by code"),
        ("names = [\n", 'colour = "x"\nnames = [\n', 1, "procedure[1]", "colour"),
        ('"đi bộ đội"', "7", 7, "procedure[1].names[0]", "str"),
        ('"giấy độc thân", "xác nhận chưa vợ"', "", 3, "procedure[0].names", "not 1 to"),
        ('"nhập ngũ"', '""', 9, "procedure[1].names", "empty"),
        ('"nhập ngũ"', '"nhập  ngũ"', 9, "procedure[1].names", "blanks"),
        ('"nhập ngũ"', '"nhập ngu\u0303"', 9, "procedure[1].names", "not composed"),
        ('"nhập ngũ"', '"nhap ngu"', 9, "procedure[1].names", "no Vietnamese mark"),
        ('"nhập ngũ"', '"nhập ngũ ở quận"', 9, "procedure[1].names", "abolished"),
        ('"nhập ngũ"', '"nhập ngũ huyện đội"', 9, "procedure[1].names", "abolished"),
        ('"nhập ngũ"', '"nhập ngũ 024123456"', 9, "procedure[1].names", "nine digits"),
        ('"nhập ngũ"', '"' + "đi " * 20 + 'xa"', 9, "procedure[1].names", "62 letters"),
        ('"nhập ngũ"', '"đi bộ đôi"', 9, "procedure[1].names", "twice in this entry"),
        ('"nhập ngũ"', '"Giay đoc than"', 9, "procedure[1].names", "1.000123"),
    ],
)
def test_a_mistake_names_file_line_field_and_value(tmp_path, old, new, line, field, reason):
    with pytest.raises(CatalogueRejected, match=re.escape(reason)) as refusal:
        read(tmp_path, GOOD.replace(old, new, 1))

    assert (refusal.value.file, refusal.value.line, refusal.value.field) == ("family.toml", line, field)


def test_one_name_for_two_codes_is_refused_across_files(tmp_path):
    read(tmp_path, GOOD)

    with pytest.raises(CatalogueRejected, match=r"1\.000123 is called in family\.toml"):
        read(tmp_path, '[[procedure]]\ncode = "1.000200"\nnames = ["giấy độc thân"]\n', "work.toml")


def test_twins_that_are_called_the_same_say_so(tmp_path):
    twins = "".join(
        f'[[procedure]]\ncode = "1.00020{place}"\nshared = true\nnames = ["giấy độc thân"]\n'
        for place in (0, 1)
    )

    assert [code for code, _ in read(tmp_path, twins)] == ["1.000200", "1.000201"]


def test_names_stand_behind_our_own_and_codes_nobody_knows_are_left_out():
    ours = replace(DRIVING, code="1.000124", aliases=("đi bộ đội",))
    content = VersionContent(
        facts=(DRIVING,),
        starter=(ours,),
        everyday_names=(
            ("1.000124", ("Đi bộ đội", "nhập ngũ")),
            ("1.002835", ("thi bằng lái",)),
            ("9.000000", ("chưa ai biết",)),
        ),
    )

    assert [(p.code, p.aliases) for p in joined_procedures(content)] == [
        ("1.000124", ("đi bộ đội", "nhập ngũ")),
        ("1.002835", ("thi bằng lái",)),
    ]


def test_an_imported_procedure_is_found_by_what_people_call_it(tmp_path):
    facts = replace(DRIVING, taken_at=date(2026, 7, 18))
    others = tuple(replace(facts, code=f"1.10000{n}", name=f"Cấp giấy phép số {n}") for n in range(5))
    path = tmp_path / "version.sqlite"
    build_version(
        path, VersionContent(facts=(facts, *others), everyday_names=((facts.code, ("thi bằng lái",)),))
    )

    reader = SqliteCatalogue(path)
    try:
        assert reader.search("thi bang lai", language="vi").rows[0].code == facts.code
    finally:
        reader.close()


def test_the_shipped_names_are_sound_and_no_starter_procedure_is_called_so():
    own = {
        tokens(name): procedure.code
        for procedure in starter.read_procedures()
        for name in (*procedure.aliases, *(text.name for text in procedure.texts if text.language == "vi"))
    }
    names = read_everyday_names()

    assert names
    clashes = {
        (name, code, own[tokens(name)])
        for code, called in names
        for name in called
        if own.get(tokens(name), code) != code
    }
    assert not clashes
