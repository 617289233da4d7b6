"""Where the kiosk keeps its state."""

import os
from pathlib import Path


def kiosk_home() -> Path:
    """Return `$KIOSK_HOME`, else `$XDG_DATA_HOME/kiosk`, else `~/.local/share/kiosk`.

    Under the systemd unit `KIOSK_HOME` is `/var/lib/kiosk`. The folder is not made here.
    """
    if named := os.environ.get("KIOSK_HOME"):
        return Path(named).expanduser()
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "kiosk"
