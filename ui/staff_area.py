"""The staff's and technicians' areas: which screens belong to them, and the cells of their bar."""

from collections.abc import Mapping

from kiosk.domain.setup_steps import SetupProgress
from kiosk.domain.staff import Role, StaffPerson
from ui.setup_way import LIST_OF_STEPS, OPEN_ENDED, step_of
from ui.view_model import translated

DOOR = "staff_who"
_DOORS = frozenset({DOOR, "staff_pin", "staff_first"})


def first_page(person: StaffPerson, progress: SetupProgress) -> str:
    """Return what a person sees first: technicians the set-up until it is over, then the check."""
    if person.role is Role.STAFF:
        return "staff_today"
    return "tech_check" if progress.next_step is None else LIST_OF_STEPS


def area_of(screen: str) -> str:
    """Return `staff`, `technician`, `entry` (before the PIN) or "" for citizens' screens."""
    if screen in _DOORS:
        return "entry"
    if screen.startswith("tech_"):
        return "technician"
    return "staff" if screen.startswith("staff_") else ""


def may_show(screen: str, person: StaffPerson | None) -> bool:
    """Return whether `person` may see `screen`; nobody has entered for None."""
    area = area_of(screen)
    if area in {"", "entry"}:
        return True
    return person is not None and (area == "staff" or person.is_technician)


def area_title(area: str) -> str:
    """Return the header's first line."""
    if area == "technician":
        return translated("StaffArea", "Dành cho kỹ thuật")
    return translated("StaffArea", "Dành cho cán bộ")


def cells(screen: str, person: StaffPerson | None, *, guided: bool = False) -> list[dict[str, object]]:
    """Return the bar's cells: `id` is a screen, or `back`, `language`, `skip`, `next`, `end`.

    `guided`: the screen is a step of the set-up, which may be left out.
    """
    area = area_of(screen)
    if guided and person is not None:
        return _step_cells(screen)
    if area == "entry" or person is None:
        return [_back(), _cell("end", translated("StaffArea", "Thoát"), "logout")]
    if screen in _TYPING:
        return [_back(), _cell("end", translated("StaffArea", "Khoá"), "lock")]
    pages = _technician_pages() if area == "technician" else _staff_pages(person)
    active = _TAB_OF.get(screen, screen)
    shown = [_cell(name, words, icon, active=name == active) for name, words, icon in pages]
    return [*shown, _cell("end", translated("StaffArea", "Khoá"), "lock")]


def _back() -> dict[str, object]:
    return _cell("back", translated("StaffArea", "Quay lại"), "arrow_back")


def _step_cells(screen: str) -> list[dict[str, object]]:
    steps = _cell(LIST_OF_STEPS, translated("StaffArea", "Các bước"), "list_alt")
    skip = _cell("skip", translated("StaffArea", "Bỏ qua"), "move_down")
    onwards = _cell("next", translated("StaffArea", "Bước sau"), "arrow_forward")
    end = _cell("end", translated("StaffArea", "Khoá"), "lock")
    return [steps, skip, onwards, end] if step_of(screen) in OPEN_ENDED else [steps, skip, end]


_TYPING = frozenset(
    {
        "tech_address",
        "tech_clock",
        "tech_machine_value",
        "tech_person",
        "tech_person_name",
        "tech_person_pin",
        "tech_wire",
    }
)
"""Pages with one question, reached from another page: they lead back to it and nowhere else."""

_TAB_OF: Mapping[str, str] = {
    "staff_parked": "staff_today",
    "staff_diff": "staff_catalogue",
    "staff_change": "staff_catalogue",
    "staff_write": "staff_notices",
    "staff_until": "staff_notices",
    "staff_counter": "staff_counters",
    "tech_done": "tech_setup",
    "tech_config": "tech_update",
    "tech_config_diff": "tech_update",
}


def _staff_pages(person: StaffPerson) -> list[tuple[str, str, str]]:
    pages = [
        ("staff_today", translated("StaffArea", "Hôm nay"), "today"),
        ("staff_catalogue", translated("StaffArea", "Dữ liệu"), "sync"),
        ("staff_notices", translated("StaffArea", "Thông báo"), "campaign"),
        ("staff_counters", translated("StaffArea", "Quầy"), "schema"),
        ("staff_figures", translated("StaffArea", "Số liệu"), "bar_chart"),
        ("staff_feedback", translated("StaffArea", "Góp ý"), "forum"),
    ]
    if person.is_technician:
        pages.append(("tech_check", translated("StaffArea", "Kỹ thuật"), "build"))
    return pages


def _technician_pages() -> list[tuple[str, str, str]]:
    return [
        ("tech_setup", translated("StaffArea", "Lắp đặt"), "build"),
        ("tech_check", translated("StaffArea", "Kiểm tra"), "vital_signs"),
        ("tech_printers", translated("StaffArea", "Máy in"), "print"),
        ("tech_update", translated("StaffArea", "Cập nhật"), "system_update_alt"),
        ("tech_persons", translated("StaffArea", "Người"), "group"),
        ("staff_today", translated("StaffArea", "Cán bộ"), "badge"),
    ]


def _cell(name: str, words: str, icon: str, *, active: bool = False) -> dict[str, object]:
    return {"id": name, "text": words, "icon": icon, "active": active}
