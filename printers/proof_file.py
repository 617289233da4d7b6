"""What each printer was found able to prove, kept beside the settings over restarts.

Staff's test page writes a level; experience only lowers it; nothing but a new test page raises it again.
"""

import json
import os
import tempfile
from pathlib import Path

from kiosk.domain.print_jobs import Proof
from kiosk.ports.events import EventLog

FILE_NAME = "printer-proof.json"
# Best first; what a printer may be asked for.
LEVELS = (Proof.PROCESS_ID, Proof.FENCE, Proof.STATUS, Proof.NONE)
_log = EventLog(__name__)


class ProofFile:
    """The levels by printer (`driver address`), in one small JSON file under `home`."""

    def __init__(self, home: Path) -> None:
        self._file = home / FILE_NAME

    def level(self, printer: str) -> Proof | None:
        """Return the level kept for `printer`, None where no test page was printed or the file is broken."""
        value = self._read().get(printer)
        return Proof(value) if value in {level.value for level in LEVELS} else None

    def found(self, printer: str, level: Proof) -> None:
        """Keep what staff's test page found. Raises OSError."""
        self._write(self._read() | {printer: level.value})

    def lowered(self, printer: str, level: Proof) -> None:
        """Keep a lower level met in use; a higher one changes nothing. A disk that refuses costs the note."""
        known = self.level(printer)
        if known is not None and LEVELS.index(level) <= LEVELS.index(known):
            return
        _log.warning("printer.proof_lowered", printer=printer, proof=level.value)
        try:
            self._write(self._read() | {printer: level.value})
        except OSError as error:
            _log.warning("printer.proof_not_kept", reason=error.strerror)

    def _read(self) -> dict[str, str]:
        try:
            content = json.loads(self._file.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            _log.warning("printer.proof_file_unreadable", file=self._file.name)
            return {}
        if not isinstance(content, dict):
            return {}
        return {key: value for key, value in content.items() if isinstance(value, str)}

    def _write(self, levels: dict[str, str]) -> None:
        """Replace the file whole, so that a power cut leaves the old or the new one."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=self._file.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(levels, file, indent=1, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(self._file)


def lower_of(first: Proof, second: Proof) -> Proof:
    """Return the one that proves less."""
    return max(first, second, key=LEVELS.index)
