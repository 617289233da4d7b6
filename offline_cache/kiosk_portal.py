"""The portal of this machine's room: enrolled kiosks their own, the trial kiosk that of the settings."""

from typing import TYPE_CHECKING

from kiosk.ports.late import late
from offline_cache.kiosk_identity import KioskRoom

if TYPE_CHECKING:
    from offline_cache.portal_client import HttpPortal, PortalTimes
    from offline_cache.sealing import DeviceKey

DEMO_CODE = "DEMO-0000"


def portal_of(
    room: KioskRoom, url: str, device: "DeviceKey", *, times: "PortalTimes | None" = None
) -> "HttpPortal | None":
    """Return the client, None where no address is known; it is made when the NETWORK lane first uses it.

    `url` is the settings' address; for an enrolled kiosk it replaces the one it was enrolled at.
    """
    if room.identity is None and not url:
        return None
    return late(lambda: _client(room, url, device, times))


def _client(room: KioskRoom, url: str, device: "DeviceKey", times: "PortalTimes | None") -> "HttpPortal":
    from offline_cache.portal_client import HttpPortal  # late: requests and what it brings

    if room.identity is None:
        return HttpPortal(url, keys=room.keys, device=device, demo_code=DEMO_CODE, times=times)
    return HttpPortal(
        url or room.identity.portal_url,
        keys=room.keys,
        device=device,
        kiosk_id=room.identity.kiosk_id,
        successor=device,
        times=times,
    )
