"""Methods of dataclasses, compiled at installation: at each start Python writes and compiles them anew.

`dataclass` puts a class's methods into text and runs that through `exec`; bytecode files keep none of it. The
kiosk's 300 classes cost a seventh of its start so (docs/decisions/177). `python -m config.ready_made_methods`
makes all of them once and keeps what was compiled beside this file, under the digest of its text: another
text, another Python or no file at all means that it is compiled as before. Like bytecode the file belongs to
whoever installs, and nothing else may write there.
"""

import builtins
import dataclasses
import hashlib
import importlib
import marshal
import pkgutil
import sys
from collections.abc import Mapping
from importlib.util import MAGIC_NUMBER
from mmap import ACCESS_READ, mmap
from pathlib import Path
from types import CodeType
from typing import Any

KEPT = Path(__file__).with_name(f"ready_made_methods.{sys.implementation.cache_tag}.bin")
PACKAGES = ("config", "kiosk", "offline_cache", "printers", "ui")
_DIGEST_BYTES = 16
_LENGTH_BYTES = 4
_Names = dict[str, Any]


class ReadyMadeMethods:
    """Stands where `dataclasses` finds `exec`. `made` holds what had to be compiled after all, if `keep`."""

    def __init__(self, ready: "KeptMethods | None" = None, *, keep: bool = False) -> None:
        self._ready, self._keep = ready, keep
        self.made: dict[bytes, CodeType] = {}

    def run(self, text: str, module: _Names | None = None, names: _Names | None = None) -> None:
        """Do what `exec` does with the text of a method."""
        key = _digest(text)
        code = None if self._ready is None else self._ready.of(key)
        if code is None:
            code = compile(text, "<string>", "exec")  # as `exec` calls it in tracebacks
            if self._keep:
                self.made[key] = code
        builtins.exec(code, module, names)  # noqa: S102  the text is dataclasses' own


class KeptMethods:
    """A file of compiled methods, read where it lies: what is not asked for costs no memory."""

    def __init__(self, content: mmap) -> None:
        self._content = content
        body = len(MAGIC_NUMBER) + _LENGTH_BYTES
        index_bytes = int.from_bytes(content[len(MAGIC_NUMBER) : body], "little")
        self._places: Mapping[bytes, tuple[int, int]] = marshal.loads(content[body : body + index_bytes])  # noqa: S302
        self._body = body + index_bytes

    def of(self, key: bytes) -> CodeType | None:
        """Return the code of the text with this digest."""
        place = self._places.get(key)
        if place is None:
            return None
        start = self._body + place[0]
        code: CodeType = marshal.loads(self._content[start : start + place[1]])  # noqa: S302  the installer's
        return code


def use_ready_made(kept: Path = KEPT) -> None:
    """Take the methods kept, for all dataclasses made from now on. Does nothing where there are none."""
    ready = read(kept)
    if ready is not None:
        vars(dataclasses)["exec"] = ReadyMadeMethods(ready).run


def read(kept: Path) -> KeptMethods | None:
    """Return the compiled methods; None where the file is absent, empty or of another Python."""
    try:
        with kept.open("rb") as file:
            content = mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):
        return None
    return KeptMethods(content) if content[: len(MAGIC_NUMBER)] == MAGIC_NUMBER else None


def keep(made: Mapping[bytes, CodeType], kept: Path = KEPT) -> None:
    """Write the file whole or not at all."""
    places: dict[bytes, tuple[int, int]] = {}
    body = bytearray()
    for key, code in made.items():
        packed = marshal.dumps(code)
        places[key] = (len(body), len(packed))
        body += packed
    index = marshal.dumps(places)
    new = kept.with_suffix(".new")
    new.write_bytes(MAGIC_NUMBER + len(index).to_bytes(_LENGTH_BYTES, "little") + index + body)
    new.replace(kept)


def make_ready(kept: Path = KEPT) -> None:
    """Import every module of the kiosk, which makes every class, and keep what was compiled."""
    making = ReadyMadeMethods(keep=True)
    vars(dataclasses)["exec"] = making.run
    for package in PACKAGES:
        folder = importlib.import_module(package).__path__
        for module in pkgutil.walk_packages(folder, f"{package}."):
            importlib.import_module(module.name)
    keep(making.made, kept)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=_DIGEST_BYTES).digest()


if __name__ == "__main__":
    make_ready()
