"""Makes the pictures the documents show from a tour, and docs/tour.md which shows them.

Usage: pictures.py FOLDER, after `kiosk tour --out FOLDER`. Pictures are at most 432 px wide with at most 96
colours, so that the repository stays small; contact sheets of all three shapes show the rest.
"""

import shutil
import sys
from pathlib import Path

from PIL import Image

WIDTH_PX = 432
CONTACT_WIDTH_PX = 920
COLOURS = 96
DOCS = Path(__file__).parents[1] / "docs"

SECTIONS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Finding",
        (
            ("portrait-s0-attract", "Nobody here: any touch starts"),
            ("portrait-s1-home", "One question, eight events of life"),
            ("portrait-s2-event-list", "The matters of one event"),
            ("portrait-s2-fields", "The whole list, by field"),
            ("portrait-s3-search", "Words without marks; phrases that go on from them"),
            ("portrait-s3-nothing-found", "Words nothing fits"),
        ),
    ),
    (
        "A procedure",
        (
            ("portrait-s4-procedure", "Bring, time, money, place"),
            ("portrait-s4-more", "All of the record, by subject"),
            ("portrait-s4-steps", "What to do first, and after"),
            ("portrait-s4-legal", "The legal basis, one touch away"),
            ("portrait-s4-names", "Other ways to say it"),
            ("portrait-s4-linked", "One filing for several matters"),
            ("portrait-s4-official-page", "The official page, for the phone"),
            ("portrait-s5-question", "At most five questions about the case"),
            ("portrait-s6-own-papers", "Only the papers this person needs"),
        ),
    ),
    (
        "Taking it along",
        (
            ("portrait-qr-take-away", "The list in the phone, no network"),
            ("portrait-print-checklist", "The paper, as it comes out"),
            ("portrait-e1-printer", "The printer's page: other ways"),
        ),
    ),
    (
        "Declaring",
        (
            ("portrait-s7-form-start", "Before anything is asked"),
            ("portrait-s7-form-1-person_name", "One question a page"),
            ("portrait-s7-form-3-date_of_birth", "A date, digit by digit"),
            ("portrait-s7-form-6-citizen_id", "A number, on its pad"),
            ("portrait-s7-form-choices", "What the person agrees to, one by one"),
            ("portrait-keep-place", "A place kept while papers are looked for"),
            ("portrait-return-place", "Back to a place kept"),
            ("portrait-s8-check-faults", "What is missing, in words"),
            ("portrait-s8-check-answers", "All answers once more"),
            ("portrait-s9-slip-done", "The number, the slip, the truth about sending"),
            ("portrait-s12-track-number", "Looking up: the number"),
            ("portrait-s12-track-code", "Looking up: the code"),
            ("portrait-s12-track", "Where it stands"),
            ("portrait-s12-withdraw", "Taking it back"),
        ),
    ),
    (
        "The hall",
        (
            ("portrait-hub", "What else the hall offers"),
            ("portrait-hub-notices", "Announcements and legal notices"),
            ("portrait-hub-places", "Counters and points, with the way there"),
            ("portrait-hub-hotlines", "Hotlines"),
            ("portrait-hub-rate", "A rating, one touch"),
            ("portrait-hub-rate-reasons", "A reason, if wanted"),
            ("portrait-hub-rate-thanks", "Thanks, and the city's question"),
            ("portrait-hub-poll", "A poll: one answer, no name"),
            ("portrait-hub-notices-none", "A day without news"),
            ("portrait-hub-school", "Practice for pupils"),
            ("portrait-hub-open-numbers", "Open numbers"),
            ("portrait-hub-answers", "Answers the ward has published"),
            ("portrait-ask-topic", "A question: what about"),
            ("portrait-ask-text", "A question: in one's own words"),
            ("portrait-ask-contact", "A question: how to answer, if wanted"),
            ("portrait-ask-review", "A question: once more before it goes"),
            ("portrait-ask-done", "The code its answer is read with"),
            ("portrait-answer-code", "Looking up an answer"),
            ("portrait-online-guide", "Filing from home"),
            ("portrait-hall-info", "Hours, address, counters"),
            ("portrait-s16-call-help", "A person is called"),
        ),
    ),
    (
        "Visits",
        (
            ("portrait-s13-access", "How the machine shows itself"),
            ("portrait-s14-still-here", "Before the wipe, seen and heard"),
            ("portrait-please-wait", "Too many wrong codes"),
            ("portrait-e4-out-of-order", "A fault of ours"),
        ),
    ),
    (
        "Modes",
        (
            ("portrait-s1-home-large", "Chữ to"),
            ("portrait-s1-home-largest", "Rất to"),
            ("portrait-s1-home-dark", "Black"),
            ("portrait-s1-home-low-glare", "Easy on the eye"),
            ("portrait-s1-home-low", "Hạ thấp"),
            ("portrait-s4-procedure-english", "English"),
            ("portrait-s4-procedure-large", "A procedure in large letters"),
            ("portrait-s4-procedure-largest", "A procedure in the largest letters"),
            ("portrait-s4-procedure-dark", "A procedure in black"),
            ("portrait-s7-form-name-low", "Typing low on the glass"),
        ),
    ),
    (
        "Lying panels",
        (
            ("landscape-s1-home", "1366 × 768"),
            ("landscape-s3-search", "1366 × 768"),
            ("landscape-s4-procedure", "1366 × 768"),
            ("landscape-s9-slip-done", "1366 × 768"),
            ("landscape-s4-procedure-large", "1366 × 768, large letters"),
            ("wide-s4-procedure-large", "1920 × 1080, large letters"),
            ("wide-s1-home", "1920 × 1080"),
            ("wide-s4-procedure", "1920 × 1080"),
        ),
    ),
    (
        "Tickets, 80 mm",
        (
            ("ticket-80mm-1", "The checklist"),
            ("ticket-80mm-2", "The slip"),
            ("ticket-80mm-3", "The question's sheet"),
        ),
    ),
)
CONTACT_SHEETS = ("contact-portrait", "contact-landscape", "contact-wide")
COLUMNS = 3


def main(tour: Path) -> int:
    """Write every chosen picture small, and the page. Raises FileNotFoundError where the tour lacks one."""
    for _, pictures in SECTIONS:
        for name, _ in pictures:
            write_small(tour / f"{name}.png", DOCS / "pictures" / f"{name}.png", WIDTH_PX)
    for name in CONTACT_SHEETS:
        write_small(tour / f"{name}.png", DOCS / "pictures" / f"{name}.png", CONTACT_WIDTH_PX)
    (DOCS / "tour.md").write_text(tour_page(), "utf-8")
    return 0


def write_small(source: Path, target: Path, width_px: int) -> None:
    """Write `source` at most `width_px` wide with few colours; a sheet of paper as it is."""
    with Image.open(source) as picture:
        if picture.mode in {"1", "L"}:  # a sheet of paper: black and white, small as it is
            shutil.copyfile(source, target)
            return
        drawn = picture.convert("RGB")
        if drawn.width > width_px:
            height = round(drawn.height * width_px / drawn.width)
            drawn = drawn.resize((width_px, height), Image.Resampling.LANCZOS)
        drawn.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
            target, optimize=True
        )


def tour_page() -> str:
    """Return docs/tour.md."""
    parts = [
        "# A tour of every screen\n",
        "Taken from the running app by `make pictures`, with invented people and news. `make tour` writes",
        "each screen and mode in three shapes at full size. What the screens are for:",
        "[screens.md](screens.md). How many touches a task takes: [taps.md](taps.md).",
    ]
    for title, pictures in SECTIONS:
        parts += ["", f"## {title}", "", "| | | |", "| --- | --- | --- |"]
        for at in range(0, len(pictures), COLUMNS):
            row = [*pictures[at : at + COLUMNS], ("", ""), ("", "")][:COLUMNS]
            parts.append(
                "| "
                + " | ".join(f"![{said}](pictures/{name}.png)" if name else "" for name, said in row)
                + " |"
            )
            parts.append("| " + " | ".join(said for _, said in row) + " |")
    parts += ["", "## Everything at a glance", ""]
    parts += [
        f"![All pictures, {name.removeprefix('contact-')}](pictures/{name}.png)\n" for name in CONTACT_SHEETS
    ]
    return "\n".join(parts).rstrip() + "\n"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
