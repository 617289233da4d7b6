"""What the running kiosk logs when it must go on without something; anything else is a fault of ours."""

from kiosk.ports.catalogue import CatalogueRejected
from kiosk.ports.events import EventLog
from kiosk.ports.outbox import OpenReport, StorageError
from offline_cache.form_files import FormFileRejected

_log = EventLog("kiosk.app")


def catalogue_stays(error: Exception) -> None:
    """A version that cannot be built or opened leaves the one in use; staff see it in the doctor."""
    if not isinstance(error, CatalogueRejected | StorageError):
        raise error
    _log.error("catalogue.stays", kind=type(error).__name__, reason=str(error))


def form_rejected(rejected: FormFileRejected) -> None:
    """A broken form costs itself only: its procedure is guided, not filled in."""
    _log.error("form.rejected", reason=str(rejected))


def miss_not_kept(error: Exception) -> None:
    """What somebody looked for in vain is not remembered: they are none the worse for it."""
    if not isinstance(error, StorageError):
        raise error
    _log.warning("search.miss_not_kept", reason=str(error))


def outbox_repaired(report: OpenReport) -> None:
    """Tell where the damaged file lies; the note beside it names the numbers."""
    _log.error("outbox.repaired", reason=report.reason, saved=report.recovered, folder=report.quarantined)


def outbox_refused(error: Exception) -> None:
    """Without the outbox the kiosk guides: nothing is taken in, nothing printed without a record."""
    if not isinstance(error, StorageError):
        raise error
    _log.error("outbox.refused", kind=type(error).__name__, reason=str(error))
