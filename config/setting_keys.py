"""Every setting by its key: what it is for, what it may be, what it is when nobody says anything.

Types, limits and defaults are read from `config.settings`; only the sentences are written here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from msgspec import inspect

from config.settings import Settings

ABOUT = {
    "hall.ward": "Name of the ward or commune, on every screen and sheet.",
    "hall.point": "Name of the service point, under the ward's name.",
    "hall.opening_hours": "Opening hours in words, as people should read them.",
    "hall.address": "Where the hall is.",
    "hall.counters": "Counters: `name`, the `fields` (lĩnh vực) they serve, `directions` in words.",
    "hall.hotlines": "Telephone numbers people may call: `name`, `number`.",
    "hall.notices": "Notices of the day; the first one is shown.",
    "hall.place_names": "Streets and neighbourhoods of the ward, offered while an address is typed.",
    "kiosk.name": "Which machine this is, on its sheets after “Máy”.",
    "kiosk.mode": "`demo` takes trial forms only; `guide` takes nothing in; `live` once enrolled, by itself.",
    "kiosk.language": "Language a visit begins in.",
    "screen.shape": "How the panel stands; `auto` looks at the screen.",
    "screen.px_per_mm": "Pixels in a millimetre of the panel; 0 takes the usual figure of the shape.",
    "screen.lower_edge_mm": "Millimetres from the floor to the glass's lower edge; 0: not measured.",
    "screen.fullscreen": "Fill the screen.",
    "screen.rotation": "Degrees the picture and its touches are turned, clockwise; the compositor turns 0.",
    "printer.driver": "How the printer is reached; `virtual` prints on the screen.",
    "printer.name": "What staff call the printer.",
    "printer.address": "Host and port, USB ids, device node or folder: see docs/printing.md.",
    "printer.paper_mm": "Width of the paper roll.",
    "printer.proof": "The most the printer is asked to prove; `auto` takes what the test page found.",
    "printer.shared": "Network: others print there too, so the line is not held between sheets.",
    "printer.flow": "Serial: the handshake set in the printer.",
    "printer.baud": "Serial: the speed set in the printer; 9600 takes a minute a sheet.",
    "printer.keep": "Virtual: how many pictures of sheets stay in the folder.",
    "spare_printer.driver": "How a second printer with the same roll is reached; `none`: there is none.",
    "spare_printer.name": "What staff call the spare.",
    "spare_printer.address": "As for the printer.",
    "spare_printer.proof": "As for the printer.",
    "spare_printer.shared": "As for the printer.",
    "spare_printer.flow": "As for the printer.",
    "spare_printer.baud": "As for the printer.",
    "spare_printer.keep": "As for the printer.",
    "paper.an_hour": "Sheets anybody may ask for in an hour; a form's own slip and staff's sheets are free.",
    "paper.a_visit": "Sheets one visit may ask for, copies of a slip among them.",
    "portal.url": "Address of the city's portal; empty: nothing is sent, everything waits safely.",
    "updates.url": "Address of the city's signed repository; empty: updates come by USB stick only.",
    "updates.proxy": "Proxy for that address; empty: none.",
    "visit.ask_after_s": "Seconds without a touch before “still here?” is asked.",
    "visit.wipe_after_s": "Seconds from that question to the wipe.",
    "visit.personal_ask_after_s": "The same question, once something personal was typed.",
    "visit.personal_wipe_after_s": "The same wipe, once something personal was typed.",
    "visit.done_wipe_after_s": "Seconds a finished slip stays on the screen.",
    "speech.engine": "`auto` reads aloud where `espeak-ng` and `aplay` are installed; `none` stays silent.",
    "speech.headphones": "`never`, `always` (a fixed earpiece), or ALSA's switch, `jack:<card>:<control>`.",
    "help.bell": "A call for help rings at the machine, where `aplay` and a sound device are there.",
    "help.address": "Where a call for help is told: `udp://host:port` or `http(s)://…`; empty: nowhere.",
    "intake.usual": "How far procedures go: `L0` guides, `L1` takes a Phiếu khai trước, `L3` also reprints.",
    "intake.guided": "Codes of procedures that are only guided here (L0).",
    "intake.taken_in": "Codes of procedures that are taken in here (L1), where the usual is another.",
    "intake.printed_again": "Codes of procedures whose issued papers may be printed again (L3).",
    "scanner.kind": "How cards and codes are read: `keyboard` types them, `serial` sends them over a line.",
    "scanner.port": "Serial: the device, such as /dev/serial/by-id/…; set the scanner to UTF-8.",
    "scanner.baud": "Serial: the speed set in the scanner.",
    "keypad.up": "Key that goes up, by its name, such as `F13`; empty: the arrow.",
    "keypad.down": "Key that goes down.",
    "keypad.left": "Key that goes to the left.",
    "keypad.right": "Key that goes to the right.",
    "keypad.choose": "Key that chooses; empty: Return.",
    "keypad.help": "Key that calls a person; empty: F1.",
    "keypad.repeat": "Key that says it again; empty: F2.",
    "keypad.speech": "Key that turns reading aloud on and off; empty: F5.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingKey:
    """A setting: `key` as `section.name`, `allowed` in words, `default` as TOML."""

    key: str
    about: str
    allowed: str
    default: str
    is_text: bool
    is_list_of_tables: bool


def setting_keys() -> tuple[SettingKey, ...]:
    """Return all settings in the order of the file."""
    return tuple(_keys())


def settings_page() -> str:
    """Return `docs/settings.md`: every setting with what it may be and its default, as Markdown."""
    lines = [
        "# Settings",
        "",
        "One TOML file, `settings.toml` in the kiosk's home (`kiosk config path`). Every key is optional.",
        "This page is written by `kiosk config reference`; a test compares them.",
    ]
    section = ""
    for key in setting_keys():
        if key.key.partition(".")[0] != section:
            section = key.key.partition(".")[0]
            lines += [
                "",
                f"## [{section}]",
                "",
                "| Key | What it is for | Allowed | Default |",
                "| --- | --- | --- | --- |",
            ]
        name = key.key.partition(".")[2]
        lines.append(f"| `{name}` | {key.about} | {key.allowed} | `{key.default}` |")
    return "\n".join(lines) + "\n"


def _keys() -> Iterator[SettingKey]:
    for section in msgspec.structs.fields(Settings):
        for field in msgspec.structs.fields(section.type):
            key = f"{section.name}.{field.name}"
            kind = inspect.type_info(field.type)
            yield SettingKey(
                key=key,
                about=ABOUT[key],
                allowed=_allowed(kind),
                default=_as_toml(field.default),
                is_text=isinstance(kind, inspect.StrType) or _is_word(kind),
                is_list_of_tables=isinstance(kind, inspect.VarTupleType)
                and isinstance(kind.item_type, inspect.StructType),
            )


def _is_word(kind: inspect.Type) -> bool:
    return isinstance(kind, inspect.LiteralType) and all(isinstance(value, str) for value in kind.values)


def _allowed(kind: inspect.Type) -> str:
    """Return what a value may be, in words."""
    if isinstance(kind, inspect.LiteralType):
        return " or ".join(f"`{value}`" for value in kind.values)
    if isinstance(kind, inspect.BoolType):
        return "`true` or `false`"
    if isinstance(kind, (inspect.IntType, inspect.FloatType)):
        what = "a whole number" if isinstance(kind, inspect.IntType) else "a number"
        return (
            f"{what} from {kind.ge:g} to {kind.le:g}" if kind.ge is not None and kind.le is not None else what
        )
    if isinstance(kind, inspect.VarTupleType):
        return "tables" if isinstance(kind.item_type, inspect.StructType) else "a list of texts"
    return _allowed_text(kind)


def _allowed_text(kind: inspect.Type) -> str:
    if isinstance(kind, inspect.StrType) and kind.max_length is not None:
        return f"a text of at most {kind.max_length} characters"
    pattern = kind.pattern if isinstance(kind, inspect.StrType) else None
    if pattern is None:
        return "a text"
    return "a web address or nothing" if "http" in pattern else "one of these"


def _as_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    return "[]" if value == () else str(value)
