"""What Linux says of the machine and of this program."""

from pathlib import Path

from kiosk.domain.self_check import MachineFacts

_STATUS = Path("/proc/self/status")
_UPTIME = Path("/proc/uptime")
_ZONES = Path("/sys/class/thermal")


def machine_facts() -> MachineFacts:
    """Return memory, warmest sensor and time since the start; None for what cannot be read."""
    return MachineFacts(memory_mib=_memory_mib(), temperature_c=_warmest_c(), up_s=_up_s())


def newest_log(home: Path, *, limit_bytes: int = 4 * 1024 * 1024) -> bytes:
    """Return the end of the log, masked as it was written; empty where there is none."""
    try:
        content = (home / "logs" / "kiosk.log").read_bytes()
    except OSError:
        return b""
    return content[-limit_bytes:]


def _memory_mib() -> int | None:
    for line in _read(_STATUS).splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1024
    return None


def _warmest_c() -> float | None:
    readings = [_read(zone) for zone in sorted(_ZONES.glob("thermal_zone*/temp"))]
    known = [int(text) / 1000 for text in readings if text.strip().lstrip("-").isdigit()]
    return max(known, default=None)


def _up_s() -> int | None:
    first = _read(_UPTIME).split()
    return int(float(first[0])) if first else None


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii", "replace")
    except OSError:
        return ""
