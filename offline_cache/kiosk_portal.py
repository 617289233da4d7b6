"""The portal of this machine's room: enrolled kiosks their own, the trial kiosk that of the settings."""

from offline_cache.kiosk_identity import KioskRoom
from offline_cache.portal_client import HttpPortal, PortalTimes
from offline_cache.sealing import DeviceKey

DEMO_CODE = "DEMO-0000"


def portal_of(
    room: KioskRoom, url: str, device: DeviceKey, *, times: PortalTimes | None = None
) -> HttpPortal | None:
    """Return the client, None where no address is known.

    `url` is the settings' address; for an enrolled kiosk it replaces the one it was enrolled at.
    """
    if room.identity is not None:
        address = url or room.identity.portal_url
        return HttpPortal(
            address,
            keys=room.keys,
            device=device,
            kiosk_id=room.identity.kiosk_id,
            successor=device,
            times=times,
        )
    if not url:
        return None
    return HttpPortal(url, keys=room.keys, device=device, demo_code=DEMO_CODE, times=times)
