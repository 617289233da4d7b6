"""Answers as `nmcli` 1.42 was seen to answer; state and what was asked lie in a file beside this program."""

import json
import sys
from pathlib import Path

FILE = Path(sys.argv[0] + ".json")
STATE = (
    json.loads(FILE.read_text("utf-8"))
    if FILE.exists()
    else {
        "ipv4.method": "auto",
        "ipv4.addresses": "",
        "ipv4.gateway": "",
        "ipv4.dns": "",
        "up": "10.0.0.5/24",
        "ssid": "",
        "fails": "",
        "asked": [],
    }
)
UUID = "c3ba29b3-e92d-3d91-8d58-29062e6a625e"
SSIDS = {"Phường: Hoàn Kiếm": ("82", "WPA2"), "Mo cua": ("40", "")}


def end(code: int = 0, error: str = "") -> None:
    FILE.write_text(json.dumps(STATE), "utf-8")
    if error:
        print(error, file=sys.stderr)
    sys.exit(code)


def device() -> None:
    kind = "wifi" if STATE["ssid"] else "ethernet"
    print(f"eth0:ethernet:{'connected:' + UUID if kind == 'ethernet' else 'disconnected:'}")
    print(f"wlan0:wifi:{'connected:' + UUID if kind == 'wifi' else 'disconnected:'}")
    print("lo:loopback:connected (externally):4d8e7223-9746-491f-9cbc-ac9ba8034e05")


def wifi_list() -> None:
    for ssid, (signal, security) in SSIDS.items():
        mark = "*" if ssid == STATE["ssid"] else " "
        print(f"{mark}:{signal}:{security}:{ssid.replace(':', chr(92) + ':')}")
        print(f" :12:{security}:{ssid.replace(':', chr(92) + ':')}")
    print(" :99:WPA2:")


def connect(ssid: str) -> None:
    typed = sys.stdin.readline().rstrip("\n") if "--ask" in sys.argv else ""
    if ssid not in SSIDS:
        end(10, f"Error: No network with SSID '{ssid}' found.")
    if SSIDS[ssid][1] and typed != "Mat khau-2026!":
        end(4, "Error: Connection activation failed: Secrets were required, but not provided.")
    STATE.update({"ssid": ssid, "up": "192.168.9.7/24", "ipv4.method": "auto"})


def modify(pairs: list[str]) -> None:
    if STATE["fails"] == "modify":
        end(1, "Error: Failed to modify connection 'Wired': Insufficient privileges")
    STATE.update(zip(pairs[::2], pairs[1::2], strict=True))


def up() -> None:
    if STATE["fails"] == "up" and STATE["ipv4.method"] == "manual":
        end(
            4,
            "Error: Connection activation failed: IP configuration could not be reserved\nHint: see the log",
        )
    STATE["up"] = STATE["ipv4.addresses"] if STATE["ipv4.method"] == "manual" else "10.0.0.5/24"


def main() -> None:
    words = sys.argv[1:]
    STATE["asked"].append(words)
    last = words[-1]
    if words[-2:] == ["RUNNING", "general"]:
        print("running")
    elif last == "device":
        device()
    elif "list" in words:
        wifi_list()
    elif "connect" in words:
        connect(last)
    elif "modify" in words:
        modify(words[words.index(UUID) + 1 :])
    elif "up" in words:
        up()
    elif "IP4.ADDRESS" in words:
        print(STATE["up"])
    elif "802-11-wireless.ssid" in words:
        print(STATE["ssid"].replace(":", "\\:"))
    else:
        print(STATE[words[words.index("-g") + 1]])
    end()


main()
