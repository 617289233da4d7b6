import pytest

from kiosk.domain.catalogue import Detail
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.sources import starter

GOOD = """code = "1.001193"
official_name = "Thủ tục đăng ký khai sinh"
field = "Hộ tịch"
taken_at = 2026-07-18

[[methods]]
channel = "direct"
fee_kind = "free"

[[methods]]
channel = "online"
fee_kind = "free"
"""


def read(tmp_path, text, name="1.001193.toml"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return starter.read_procedures(tmp_path)


def test_the_shipped_files_are_sound():
    procedures = starter.read_procedures()
    events = {event.event_id for event in starter.read_life_events()}

    assert procedures
    assert starter.read_synonyms()
    assert {event for procedure in procedures for event in procedure.life_events} <= events


def test_a_file_without_methods_knows_the_list_only(tmp_path):
    (procedure,) = read(tmp_path, GOOD.split("[[methods]]", maxsplit=1)[0])

    assert procedure.detail is Detail.LIST


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ('channel = "online"', 'channel = "pigeon"', 11, "methods[1].channel"),
        ('field = "Hộ tịch"', "field = 7", 3, "field"),
        ('field = "Hộ tịch"', 'popularity = 101\nfield = "Hộ tịch"', 3, "popularity"),
        ('code = "1.001193"', 'code = "1.1193"', 1, "code"),
        ('code = "1.001193"', 'code = "1.001194"', 1, "code"),
        ('code = "1.001193"', "code = ", 1, "TOML"),
        ('fee_kind = "free"\n\n', 'fee_kind = "amount"\n\n', 8, "methods[0].fee_kind"),
    ],
)
def test_a_mistake_names_file_line_and_field(tmp_path, old, new, line, field):
    with pytest.raises(CatalogueRejected) as refusal:
        read(tmp_path, GOOD.replace(old, new, 1))

    assert (refusal.value.file, refusal.value.line, refusal.value.field) == ("1.001193.toml", line, field)


def test_an_unknown_key_is_refused_by_name(tmp_path):
    with pytest.raises(CatalogueRejected, match="colour"):
        read(tmp_path, 'colour = "red"\n' + GOOD)
