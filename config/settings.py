"""The settings, typed, each with its default and the values it allows.

Source of the figures: visit times WCAG 2.2.1 and `docs/decisions`; pixel densities of the two common panels
(21.5 in 1080x1920: 4.034 px/mm; 15.6 in 1366x768: 3.955 px/mm).
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from kiosk.domain.hall import Counter, Hall, Hotline
from kiosk.domain.intake_ladder import Ladder, Rung
from kiosk.domain.sheet_limits import SheetLimits
from kiosk.domain.visits import IdleLimits

Text = Annotated[str, Meta(max_length=200)]
KeyName = Annotated[str, Meta(max_length=40)]
Seconds = Annotated[int, Meta(ge=5, le=3600)]
Flow = Literal["dtr_dsr", "rts_cts", "xon_xoff", "none"]
Baud = Literal[9600, 19200, 38400, 57600, 115200]


class CounterSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[[hall.counters]]`: a counter, the fields (lĩnh vực) it serves, and how to find it."""

    name: Text
    fields: tuple[Text, ...] = ()
    directions: Text = ""


class HotlineSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[[hall.hotlines]]`: a telephone number people may call."""

    name: Text
    number: Annotated[str, Meta(pattern=r"^[0-9+ .]{3,20}$")]


class HallSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[hall]`: what the ward says about its own hall. Empty by default: the product ships no hall facts."""

    ward: Text = ""
    point: Text = "Điểm phục vụ hành chính công"
    opening_hours: Text = ""
    address: Text = ""
    counters: tuple[CounterSettings, ...] = ()
    hotlines: tuple[HotlineSettings, ...] = ()
    notices: tuple[Text, ...] = ()
    place_names: tuple[Text, ...] = ()

    def hall(self) -> Hall:
        """Return the domain value."""
        return Hall(
            ward=self.ward,
            point=self.point,
            opening_hours=self.opening_hours,
            address=self.address,
            counters=tuple(
                Counter(name=counter.name, fields=counter.fields, directions=counter.directions)
                for counter in self.counters
            ),
            hotlines=tuple(Hotline(name=line.name, number=line.number) for line in self.hotlines),
            notices=self.notices,
            place_names=self.place_names,
        )


class KioskSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[kiosk]`: which machine this is. `mode` demo takes trial dossiers only, guide nothing.

    live takes dossiers where this machine is enrolled; enrolment turns demo into live.
    """

    name: Text = "số 1"
    mode: Literal["demo", "guide", "live"] = "demo"
    language: Literal["vi", "en"] = "vi"


class ScreenSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[screen]`: the panel. `px_per_mm` 0 takes the usual density of the shape.

    `rotation` turns our own frame, so that touches turn with it whatever the compositor does.
    """

    shape: Literal["auto", "portrait", "landscape", "wide"] = "auto"
    px_per_mm: Annotated[float, Meta(ge=0, le=20)] = 0.0
    lower_edge_mm: Annotated[float, Meta(ge=0, le=1500)] = 0.0
    fullscreen: bool = False
    rotation: Literal[0, 90, 180, 270] = 0


class PrinterSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[printer]`: driver, address and paper. `shared`, `flow`, `baud`, `keep` belong to one driver each."""

    driver: Literal["virtual", "escpos_network", "escpos_usb", "escpos_serial", "escpos_file"] = "virtual"
    name: Text = "Máy in"
    address: Text = ""
    paper_mm: Literal[80, 58] = 80
    proof: Literal["auto", "process_id", "fence", "status", "none"] = "auto"
    shared: bool = False
    flow: Flow = "rts_cts"
    baud: Baud = 115200
    keep: Annotated[int, Meta(ge=1, le=1000)] = 50


class SparePrinterSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[spare_printer]`: a second printer with the same roll, for sheets the first did not take a byte of."""

    driver: Literal["none", "virtual", "escpos_network", "escpos_usb", "escpos_serial", "escpos_file"] = (
        "none"
    )
    name: Text = "Máy in dự phòng"
    address: Text = ""
    proof: Literal["auto", "process_id", "fence", "status", "none"] = "auto"
    shared: bool = False
    flow: Flow = "rts_cts"
    baud: Baud = 115200
    keep: Annotated[int, Meta(ge=1, le=1000)] = 50


class PaperSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[paper]`: how many sheets anybody may ask for; a form's own slip and staff's sheets are free."""

    an_hour: Annotated[int, Meta(ge=10, le=1000)] = 120
    a_visit: Annotated[int, Meta(ge=3, le=100)] = 15

    def limits(self) -> SheetLimits:
        """Return the domain value."""
        return SheetLimits(an_hour=self.an_hour, a_visit=self.a_visit)


class PortalSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[portal]`: where dossiers go. Empty `url`: nothing is sent, everything waits safely."""

    url: Annotated[str, Meta(pattern=r"^(https?://[^\s]+)?$")] = ""


class UpdateSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[updates]`: where signed content comes from. Empty `url`: by USB stick only."""

    url: Annotated[str, Meta(pattern=r"^(https?://[^\s]+)?$")] = ""
    proxy: Annotated[str, Meta(pattern=r"^(https?://[^\s]+)?$")] = ""


class VisitSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[visit]`: seconds without touch before the question, and from the question to the wipe."""

    ask_after_s: Seconds = 90
    wipe_after_s: Annotated[int, Meta(ge=20, le=600)] = 30
    personal_ask_after_s: Seconds = 180
    personal_wipe_after_s: Annotated[int, Meta(ge=20, le=600)] = 45
    done_wipe_after_s: Annotated[int, Meta(ge=10, le=600)] = 30

    def limits(self) -> IdleLimits:
        """Return the domain value."""
        return IdleLimits(**{name: getattr(self, name) for name in self.__struct_fields__})


class SpeechSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[speech]`: whether the machine reads aloud, and how it knows that headphones are in."""

    engine: Literal["auto", "none"] = "auto"
    headphones: Annotated[str, Meta(pattern=r"^(never|always|jack:[^:]{1,40}:[^:]{1,80})$")] = "never"


class HelpSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[help]`: how a call for help leaves the glass. `address`: udp://host:port, http://… or empty."""

    bell: bool = True
    address: Annotated[str, Meta(pattern=r"^(udp://[^\s/:]+:[0-9]{1,5}|https?://[^\s]+)?$")] = ""


class IntakeSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[intake]`: how far each procedure goes. L0 guides, L1 takes in, L3 prints again what was issued.

    The lists hold the codes of procedures that differ from the usual; the lower rung wins.
    """

    usual: Literal["L0", "L1", "L3"] = "L1"
    guided: tuple[Text, ...] = ()
    taken_in: tuple[Text, ...] = ()
    printed_again: tuple[Text, ...] = ()

    def ladder(self) -> Ladder:
        """Return the domain value."""
        return Ladder(
            usual=Rung(self.usual),
            of={
                **dict.fromkeys(self.printed_again, Rung.REPRINT),
                **dict.fromkeys(self.taken_in, Rung.PRE_REGISTER),
                **dict.fromkeys(self.guided, Rung.GUIDE),
            },
        )


class ScannerSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[scanner]`: what reads codes. `keyboard` types what it reads, `serial` sends it to `port`."""

    kind: Literal["none", "keyboard", "serial"] = "none"
    port: Text = ""
    baud: Baud = 9600


class KeypadSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """`[keypad]`: the keys of an accessible keypad, by the names of a keyboard's keys; empty: the usual.

    The usual ones: arrows, Return, F1 (help), F2 (say again), F5 (read aloud).
    """

    up: KeyName = ""
    down: KeyName = ""
    left: KeyName = ""
    right: KeyName = ""
    choose: KeyName = ""
    help: KeyName = ""
    repeat: KeyName = ""
    speech: KeyName = ""


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole settings file."""

    hall: HallSettings = HallSettings()
    kiosk: KioskSettings = KioskSettings()
    screen: ScreenSettings = ScreenSettings()
    printer: PrinterSettings = PrinterSettings()
    spare_printer: SparePrinterSettings = SparePrinterSettings()
    paper: PaperSettings = PaperSettings()
    portal: PortalSettings = PortalSettings()
    updates: UpdateSettings = UpdateSettings()
    visit: VisitSettings = VisitSettings()
    speech: SpeechSettings = SpeechSettings()
    help: HelpSettings = HelpSettings()
    intake: IntakeSettings = IntakeSettings()
    scanner: ScannerSettings = ScannerSettings()
    keypad: KeypadSettings = KeypadSettings()


def settings_from(table: dict[str, object]) -> Settings:
    """Return typed settings. Raises msgspec.ValidationError whose message ends in the key's path."""
    return msgspec.convert(table, Settings)
