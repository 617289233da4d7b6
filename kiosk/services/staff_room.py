"""Everything the staff's and technicians' pages work with, in one value."""

from dataclasses import dataclass

from kiosk.services.catalogue_desk import CatalogueDesk
from kiosk.services.count_usage import CountUsage
from kiosk.services.hall_desk import HallDesk
from kiosk.services.machine_desk import MachineDesk
from kiosk.services.outbox_desk import OutboxDesk
from kiosk.services.staff_desk import StaffDesk
from kiosk.services.technician_room import TechnicianRoom
from kiosk.services.update_desk import UpdateDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRoom:
    """`desk` knows who has entered and logs what they do; the others do the work.

    `px_per_mm` is 0 where the panel was not measured; `shown_px_per_mm` is what the screens use, `scale`
    what a window on a small desktop shrinks by.
    """

    desk: StaffDesk
    catalogue: CatalogueDesk
    outbox: OutboxDesk
    hall: HallDesk
    usage: CountUsage
    machine: MachineDesk
    updates: UpdateDesk
    technicians: TechnicianRoom
    printer_name: str
    printer_address: str
    paper_mm: int
    px_per_mm: float
    shown_px_per_mm: float
    scale: float
    lower_edge_mm: float
    start_language: str
