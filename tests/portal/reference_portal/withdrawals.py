"""Citizens' requests to withdraw a pre-registration: whichever of the two arrives first, both are settled.

Only what no officer has taken goes by itself, and only with the code that stands on the citizen's slip.
"""

from sqlalchemy import select, update

from kiosk.domain.messages import MessageKind
from kiosk.domain.tracking import PRE_REGISTERED, WITHDRAWN
from kiosk.services.submit_dossier import lookup_code_fits
from tests.portal.reference_portal.keys import PrivateKeys
from tests.portal.reference_portal.messages import open_message
from tests.portal.reference_portal.opening import CannotOpen
from tests.portal.reference_portal.storage import Storage
from tests.portal.reference_portal.tables import DOSSIERS, MESSAGES

UNACCEPTED = (PRE_REGISTERED, 1)
REASON = "Người khai xin rút tại máy ở sảnh."


class Withdrawals:
    def __init__(self, storage: Storage, keys: PrivateKeys) -> None:
        self.storage, self.keys = storage, keys

    def settle(self, dossier_id: str) -> bool:
        """Withdraw the dossier and erase what was declared, where that was asked for with its code."""
        row = self.storage.dossier(dossier_id)
        if row is None or row.status not in UNACCEPTED or not self._is_asked(row):
            return False
        done = self.storage.set_status(dossier_id, WITHDRAWN, REASON, only_from=row.status)
        if done:
            self.erase(dossier_id)
        return done

    def erase(self, dossier_id: str) -> None:
        """Drop the sealed bytes; number, times and hash stay, so that the same bytes are still known."""
        with self.storage.engine.begin() as connection:
            connection.execute(update(DOSSIERS).where(DOSSIERS.c.dossier_id == dossier_id).values(body=b""))

    def _is_asked(self, row) -> bool:
        asked = select(MESSAGES.c.body).where(
            MESSAGES.c.kind == MessageKind.WITHDRAWAL.value, MESSAGES.c.topic == row.dossier_id
        )
        with self.storage.engine.connect() as connection:
            bodies = list(connection.execute(asked).scalars())
        return bool(row.lookup_hash) and any(self._fits(body, row.lookup_hash) for body in bodies)

    def _fits(self, body: bytes, lookup_hash: str) -> bool:
        try:
            return lookup_code_fits(open_message(body, self.keys).choice, lookup_hash)
        except CannotOpen:
            return False
