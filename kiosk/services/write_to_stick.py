"""A file for a USB stick: put on the first one that takes it, or said why on none."""

from dataclasses import dataclass

from kiosk.ports.events import EventLog
from kiosk.ports.sticks import StickRefused, Sticks, StickTrouble

_log = EventLog("kiosk.sticks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of a file: `trouble` None where it is on the stick called `stick`."""

    name: str
    stick: str = ""
    trouble: StickTrouble | None = None


def write_to_stick(sticks: Sticks, name: str, content: bytes) -> Written:
    """Put a file on the first stick that takes it; never on the Qt thread.

    What the first stick said is told where none does. A stick of which nothing is known ends the search: the
    file may be there.
    """
    refused: Written | None = None
    for stick in sticks.found():
        try:
            sticks.write(stick, name, content)
        except StickRefused as error:
            _log.warning("stick.refused", stick=stick.name, reason=str(error))
            refused = refused or Written(name=name, stick=stick.name, trouble=error.trouble)
            if error.trouble in (StickTrouble.UNKNOWN, StickTrouble.UNHEARD):
                return Written(name=name, stick=stick.name, trouble=error.trouble)
        else:
            return Written(name=name, stick=stick.name)
    return refused or Written(name=name, trouble=StickTrouble.NO_STICK)
