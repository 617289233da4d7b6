"""The stores over one outbox, put together. Loaded with the first of them, in the DATABASE lane."""

from pathlib import Path

from kiosk.domain.numbering import emergency_range
from kiosk.ports.vault import PortalKeys
from offline_cache.anchors import signed_by
from offline_cache.care_store import SqlCareStore
from offline_cache.database import OutboxDatabase
from offline_cache.day_figures import SqlDayCounts
from offline_cache.dossier_store import SqlDossierStore
from offline_cache.message_store import SqlMessageStore
from offline_cache.number_store import SqlNumberStore
from offline_cache.outbox_store import SqlOutbox
from offline_cache.overlay_store import SqlMisses, SqlOverlays
from offline_cache.portal_data_store import SqlPortalDataStore
from offline_cache.print_journal import SqlPrintJournal
from offline_cache.sealing import DeviceKey, SealingVault, SpoolKey
from offline_cache.tracking_store import SqlTrackingStore
from offline_cache.usage_store import SqlUsage


class OutboxStores:
    """What works on the outbox in `home`; making it touches no file. `kiosk_no` 0 is the demo."""

    def __init__(self, home: Path, *, keys: PortalKeys, kiosk_no: int = 0) -> None:
        anchor_key = DeviceKey(home / "keys", name="anchor.key")
        self.database = OutboxDatabase(
            home,
            numbers=emergency_range(kiosk_no),
            anchored=signed_by(anchor_key.public_key),
            with_reserve=kiosk_no != 0,
        )
        self.care = SqlCareStore(self.database, anchor_key)
        self.days = SqlDayCounts(self.database)
        self.usage = SqlUsage(self.database)
        self.device = DeviceKey(home / "keys")
        self.vault = SealingVault(keys, self.device)
        self.journal = SqlPrintJournal(self.database, SpoolKey(home / "keys"))
        self.dossiers = SqlDossierStore(self.database, self.journal)
        self.outbox = SqlOutbox(self.database)
        self.numbers = SqlNumberStore(self.database)
        self.messages = SqlMessageStore(self.database, self.journal)
        self.tracking = SqlTrackingStore(self.database)
        self.portal_data = SqlPortalDataStore(self.database)
        self.overlays = SqlOverlays(self.database)
        self.misses = SqlMisses(self.database)
