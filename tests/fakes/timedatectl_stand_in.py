"""Answers as `timedatectl` of systemd 252 does; state lies in a file beside this program."""

import json
import sys
from pathlib import Path

FILE = Path(sys.argv[0] + ".json")
STATE = (
    json.loads(FILE.read_text("utf-8"))
    if FILE.exists()
    else {
        "Timezone": "Etc/UTC",
        "CanNTP": "yes",
        "NTP": "no",
        "NTPSynchronized": "no",
        "fails": "",
        "set": "",
    }
)


def main() -> int:
    _, word, *rest = sys.argv[1:]
    if word == "show":
        print("\n".join(f"{name}={STATE[name]}" for name in rest[1::2]))
        return 0
    if STATE["fails"]:
        print(f"Failed to {word}: {STATE['fails']}", file=sys.stderr)
        return 1
    if word == "set-ntp":
        STATE["NTP"] = "yes" if rest == ["true"] else "no"
    elif word == "set-timezone":
        STATE["Timezone"] = rest[0]
    elif STATE["NTP"] == "yes":
        print("Failed to set time: Automatic time synchronization is enabled", file=sys.stderr)
        return 1
    else:
        STATE["set"] = rest[0]
    FILE.write_text(json.dumps(STATE), "utf-8")
    return 0


sys.exit(main())
