"""Are headphones in? ALSA's jack switch says so where the sound card has one."""

import re
import shutil
import subprocess
from collections.abc import Callable

_WITHIN_S = 2.0
_PLUGGED = re.compile(r": values=on")


def headphone_probe(setting: str) -> Callable[[], bool]:
    """Return what asks for headphones: `always` (an earpiece is fixed), `never`, or `jack:<card>:<control>`.

    The control is ALSA's, for instance `Headphone Jack`; `amixer -c <card> contents` lists them.
    """
    if setting == "always":
        return lambda: True
    program = shutil.which("amixer")
    if not setting.startswith("jack:") or program is None:
        return lambda: False
    _kind, card, control = setting.split(":", 2)
    return lambda: _jack(program, card, control)


def _jack(program: str, card: str, control: str) -> bool:
    try:
        answer = subprocess.run(
            [program, "-c", card, "cget", f"iface=CARD,name={control}"],
            capture_output=True,
            text=True,
            timeout=_WITHIN_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and bool(_PLUGGED.search(answer.stdout))
