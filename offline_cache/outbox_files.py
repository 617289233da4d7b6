"""Everything that must not be lost, as one room: made at once, opened in the DATABASE lane."""

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.ports.late import late
from kiosk.ports.outbox import OpenReport
from kiosk.ports.vault import PortalKeys
from kiosk.services.exchange_steps import ExchangeRoom
from kiosk.services.portal_desk import DeskStores

if TYPE_CHECKING:
    from offline_cache.outbox_stores import OutboxStores


class OutboxFiles:
    """The stores over `home`: `dossiers`, `outbox`, `journal`, `overlays`, `misses`, `vault`, `device`.

    Each is made when it is first used; making none of them touches a file. `kiosk_no` 0 is the demo.
    """

    def __init__(self, home: Path, *, keys: PortalKeys, kiosk_no: int = 0) -> None:
        self.kiosk_no = kiosk_no

        def make() -> "OutboxStores":
            from offline_cache.outbox_stores import OutboxStores  # late: cryptography and the tables' code

            return OutboxStores(home, keys=keys, kiosk_no=kiosk_no)

        stores = late(make)
        self.database = late(lambda: stores.database)
        self.care = late(lambda: stores.care)
        self.days = late(lambda: stores.days)
        self.usage = late(lambda: stores.usage)
        self.device = late(lambda: stores.device)
        self.vault = late(lambda: stores.vault)
        self.journal = late(lambda: stores.journal)
        self.dossiers = late(lambda: stores.dossiers)
        self.outbox = late(lambda: stores.outbox)
        self.numbers = late(lambda: stores.numbers)
        self.messages = late(lambda: stores.messages)
        self.tracking = late(lambda: stores.tracking)
        self.portal_data = late(lambda: stores.portal_data)
        self.overlays = late(lambda: stores.overlays)
        self.misses = late(lambda: stores.misses)

    def open(self, *, now_ms: int) -> OpenReport:
        """Open, check, and put in order what the last run left half done. First call in the DATABASE lane.

        Raises OutboxInUse, StorageFull, StorageBroken, KeysUnusable.
        """
        report = self.database.open(now_ms=now_ms)
        try:
            self.device.public_key()
            self.outbox.recover(now_ms)
            self.journal.recover(now_ms)
        except BaseException:
            self.close()
            raise
        return report

    def exchange_room(self) -> ExchangeRoom:
        """Return what the steps of an exchange work on."""
        return ExchangeRoom(
            outbox=self.outbox,
            data=self.portal_data,
            numbers=self.numbers,
            care=self.care,
            keys=self.device,
        )

    def desk_stores(self) -> DeskStores:
        """Return what the services beside dossiers work on."""
        return DeskStores(
            messages=self.messages,
            tracking=self.tracking,
            data=self.portal_data,
            care=self.care,
            vault=self.vault,
        )

    def close(self) -> None:
        """Close the file; last call in the DATABASE lane."""
        self.database.close()
