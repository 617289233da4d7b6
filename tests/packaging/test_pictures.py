"""The pictures of the documents: each is there, small, and the page is the one its program writes."""

import importlib.util
import re
from pathlib import Path

import pytest
from PIL import Image

REPOSITORY = Path(__file__).parents[2]
PROGRAM = REPOSITORY / "packaging" / "pictures.py"
FOLDER = REPOSITORY / "docs" / "pictures"
LARGEST_FOLDER_BYTES = 6_000_000


@pytest.fixture(scope="module")
def program():
    spec = importlib.util.spec_from_file_location("pictures", PROGRAM)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def test_the_tour_page_is_what_its_program_writes(program):
    page = (REPOSITORY / "docs" / "tour.md").read_text("utf-8")

    assert page == program.tour_page(), "run: make pictures"


def test_every_picture_a_document_shows_is_there():
    shown = {
        (page.name, name)
        for page in (REPOSITORY / "docs").glob("*.md")
        for name in re.findall(r"pictures/([\w-]+\.png)", page.read_text("utf-8"))
    }

    assert not [(page, name) for page, name in shown if not (FOLDER / name).is_file()]


def test_pictures_of_screens_are_small_and_all_together_too(program):
    names = [name for _, pictures in program.SECTIONS for name, _ in pictures]
    for name in names:
        with Image.open(FOLDER / f"{name}.png") as picture:
            assert picture.width <= program.WIDTH_PX or picture.mode == "1", name

    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= LARGEST_FOLDER_BYTES


def test_a_screen_is_made_small_and_a_sheet_of_paper_stays_as_it_is(program, tmp_path):
    Image.new("RGB", (1080, 1920), "#7a1014").save(tmp_path / "screen.png")
    Image.new("1", (576, 900)).save(tmp_path / "sheet.png")

    program.write_small(tmp_path / "screen.png", tmp_path / "small.png", program.WIDTH_PX)
    program.write_small(tmp_path / "sheet.png", tmp_path / "same.png", program.WIDTH_PX)

    with Image.open(tmp_path / "small.png") as small:
        assert small.size == (432, 768)
    assert (tmp_path / "same.png").read_bytes() == (tmp_path / "sheet.png").read_bytes()
