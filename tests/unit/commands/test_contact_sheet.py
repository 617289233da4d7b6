import os

from PIL import Image

from kiosk.commands.contact_sheet import contact_sheet, write_contact_sheets


def picture(folder, name, size, colour):
    path = folder / f"{name}.png"
    Image.new("RGB", size, colour).save(path)
    return path


def test_every_picture_of_a_shape_stands_on_its_sheet(tmp_path):
    for number in range(10):
        picture(tmp_path, f"portrait-page-{number}", (108, 192), (number * 20, 0, 0))
    picture(tmp_path, "wide-page", (192, 108), (0, 0, 255))

    assert [path.name for path in write_contact_sheets(tmp_path)] == [
        "contact-portrait.png",
        "contact-wide.png",
    ]


def test_pictures_stand_in_rows_and_none_covers_another(tmp_path):
    colours = [(255, 0, 0), (0, 255, 0), (0, 0, 255)]
    pictures = [picture(tmp_path, f"p{n}", (108, 192), colour) for n, colour in enumerate(colours)]
    sheet = contact_sheet(pictures, columns=2)

    counts = dict.fromkeys(colours, 0)
    for count, colour in sheet.getcolors(sheet.width * sheet.height):
        if colour in counts:
            counts[colour] = count
    assert len({counts[colour] for colour in colours}) == 1
    assert sheet.height > sheet.width  # two rows of upright pictures


def test_without_pictures_there_is_no_sheet(tmp_path):
    assert write_contact_sheets(tmp_path) == ()


def test_pictures_stand_in_the_order_they_were_taken(tmp_path):
    for taken, (name, colour) in enumerate(
        [("portrait-z-first", "#ff0000"), ("portrait-a-second", "#0000ff")]
    ):
        path = tmp_path / f"{name}.png"
        Image.new("RGB", (108, 192), colour).save(path)
        os.utime(path, (1000 + taken, 1000 + taken))

    (sheet,) = write_contact_sheets(tmp_path)

    with Image.open(sheet) as drawn:
        assert drawn.convert("RGB").getpixel((60, 60)) == (255, 0, 0)
