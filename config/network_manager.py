"""MachineNetwork over NetworkManager's `nmcli` (1.42 in Debian 12), whose terse form is stable."""

import contextlib
import re
import shutil
from dataclasses import dataclass

from config.machine_commands import run
from kiosk.domain.machine_network import AccessPoint, FixedAddress, NetworkInUse
from kiosk.ports.machine_control import MachineRefused, Refusal

_ASK_S, _SCAN_S, _JOIN_S = 5.0, 20.0, 50.0
_PROFILE = "kiosk-wire"
_FIELD = re.compile(r"((?:[^:\\]|\\.)*)(?::|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Device:
    name: str
    kind: str
    profile: str


class NmcliNetwork:
    """Changes the connection in use; where there is none, the first wire's."""

    def in_use(self) -> NetworkInUse | None:
        """Return how the machine is connected, None without NetworkManager. Raises MachineRefused."""
        if not self._runs():
            return None
        devices = _devices()
        has_wifi = any(device.kind == "wifi" for device in devices)
        device = _chosen(devices)
        if device is None or not device.profile:
            return NetworkInUse(address="", is_fixed=False, ssid="", has_wifi=has_wifi)
        shown = _lines("-g", "IP4.ADDRESS", "device", "show", device.name)
        method = _lines("-g", "ipv4.method", "connection", "show", "uuid", device.profile)
        ssid = _lines("-g", "802-11-wireless.ssid", "connection", "show", "uuid", device.profile)
        return NetworkInUse(
            address=shown[0].partition(" | ")[0] if shown else "",
            is_fixed=method[:1] == ["manual"],
            ssid=_unescaped(ssid[0]) if ssid and device.kind == "wifi" else "",
            has_wifi=has_wifi,
        )

    def access_points(self) -> tuple[AccessPoint, ...]:
        """Look for Wi-Fi, strongest first, each name once. Raises MachineRefused."""
        fields = "IN-USE,SIGNAL,SECURITY,SSID"
        found: dict[str, AccessPoint] = {}
        for line in _lines("-f", fields, "device", "wifi", "list", "--rescan", "yes", within_s=_SCAN_S):
            in_use, signal, security, ssid = _fields(line)[:4]
            point = AccessPoint(
                ssid=ssid,
                signal=int(signal) if signal.isdigit() else 0,
                is_secured=security not in {"", "--"},
                in_use=in_use == "*",
            )
            known = found.get(ssid)
            if ssid and (known is None or (point.in_use, point.signal) > (known.in_use, known.signal)):
                found[ssid] = point
        return tuple(sorted(found.values(), key=lambda point: (not point.in_use, -point.signal, point.ssid)))

    def join(self, ssid: str, password: str) -> None:
        """Connect; the password goes by the input, not the arguments. Raises MachineRefused."""
        ask = ("--ask",) if password else ()
        try:
            _nmcli(*ask, "device", "wifi", "connect", ssid, within_s=_JOIN_S, typed=password)
        except MachineRefused as refused:
            raise _about_joining(refused) from refused

    def use_address(self, address: FixedAddress | None) -> None:
        """Take a fixed address or ask for one; a failure brings the old way back. Raises MachineRefused."""
        profile = self._profile()
        names = ("ipv4.method", "ipv4.addresses", "ipv4.gateway", "ipv4.dns")
        before = [(_lines("-g", name, "connection", "show", "uuid", profile) or [""])[0] for name in names]
        wanted = ["auto", "", "", ""]
        if address is not None:
            servers = address.dns or (address.gateway,)
            dns = " ".join(map(str, servers))
            wanted = ["manual", str(address.interface), str(address.gateway), dns]
        try:
            _set(profile, names, wanted)
        except MachineRefused:
            with contextlib.suppress(MachineRefused):
                _set(profile, names, [_unescaped(value) for value in before])
            raise

    def _runs(self) -> bool:
        if shutil.which("nmcli") is None:
            return False
        try:
            return _lines("-f", "RUNNING", "general") == ["running"]
        except MachineRefused:
            return False

    def _profile(self) -> str:
        device = _chosen(_devices())
        if device is None:
            raise MachineRefused(Refusal.NOT_FOUND, "no network device")
        if device.profile:
            return device.profile
        _nmcli("connection", "add", "type", "ethernet", "ifname", device.name, "con-name", _PROFILE)
        return _lines("-g", "connection.uuid", "connection", "show", "id", _PROFILE)[0]


def _set(profile: str, names: tuple[str, ...], values: list[str]) -> None:
    pairs = [word for pair in zip(names, values, strict=True) for word in pair]
    _nmcli("connection", "modify", "uuid", profile, *pairs)
    _nmcli("connection", "up", "uuid", profile, within_s=_JOIN_S)


def _about_joining(refused: MachineRefused) -> MachineRefused:
    said = str(refused).lower()
    if "secret" in said or "property is invalid" in said or "password" in said:
        return MachineRefused(Refusal.PASSWORD)
    if "no network with ssid" in said:
        return MachineRefused(Refusal.NOT_FOUND)
    return refused


def _devices() -> list[_Device]:
    lines = (_fields(line) for line in _lines("-f", "DEVICE,TYPE,STATE,CON-UUID", "device"))
    return [
        _Device(name=name, kind=kind, profile=profile if profile != "--" else "")
        for name, kind, state, profile in (line[:4] for line in lines)
        if kind in {"ethernet", "wifi"} and not state.startswith(("unmanaged", "unavailable"))
    ]


def _chosen(devices: list[_Device]) -> _Device | None:
    """Return the device in use, a wire before Wi-Fi; else the first wire."""
    ordered = sorted(devices, key=lambda device: (not device.profile, device.kind != "ethernet"))
    return next((device for device in ordered if device.profile or device.kind == "ethernet"), None)


def _lines(*words: str, within_s: float = _ASK_S) -> list[str]:
    return [line for line in _nmcli("-t", *words, within_s=within_s).splitlines() if line]


def _nmcli(*words: str, within_s: float = _ASK_S, typed: str = "") -> str:
    wait = ("-w", str(int(within_s)))
    return run(("nmcli", *wait, *words), timeout_s=within_s + 5, typed=typed + "\n" if typed else "")


def _fields(line: str) -> list[str]:
    """Take a terse line apart at its colons; a backslash stands before a colon or backslash in a field."""
    return [_unescaped(field) for field in _FIELD.findall(line)]


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
