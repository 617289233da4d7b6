"""Faults by name, as typed on the command line: `paper_out`, `drop_after=9000`, `silent=gs_h,asb`."""

from dataclasses import fields
from typing import Any

from printers.emulator.engine import Engine
from printers.emulator.faults import Faults, LineFaults, Sensors


def switch_names() -> tuple[str, ...]:
    """Return every name that `set_switch` takes."""
    return tuple(field.name for kind in (Sensors, Faults, LineFaults) for field in fields(kind))


def set_switch(engine: Engine, line: LineFaults, text: str) -> None:
    """Set one switch. Raises ValueError naming what is wrong."""
    name, _, value = text.partition("=")
    for target in (engine.sensors, engine.faults, line):
        for field in fields(target):
            if field.name == name:
                setattr(target, name, _value(getattr(target, name), str(field.type), value, name))
                return
    raise ValueError(f"{name!r} is no fault; known are {', '.join(switch_names())}")


def _value(present: Any, kind: str, text: str, name: str) -> Any:
    if isinstance(present, bool):
        return text in ("", "1", "true", "yes")
    if isinstance(present, set):
        return set(text.split(","))
    if "bytes" in kind:
        return bytes.fromhex(text)
    try:
        return int(text) if "int" in kind else float(text)
    except ValueError as error:
        raise ValueError(f"{name} needs a number, not {text!r}") from error
