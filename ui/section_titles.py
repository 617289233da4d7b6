"""Sections of a procedure by name, icon and one line of what is in them."""

from kiosk.domain.catalogue import Procedure
from kiosk.domain.linked_procedures import linked_parts
from kiosk.domain.procedure_cases import case_choices
from ui.rows import Row
from ui.sections import online_words
from ui.view_model import translated

_ICONS = {
    "linked": "diversity_3",
    "steps": "route",
    "ways": "storefront",
    "cases": "list_alt",
    "papers": "folder_open",
    "who": "group",
    "offices": "account_balance",
    "results": "task",
    "forms": "edit_document",
    "legal": "gavel",
    "names": "forum",
    "link": "public",
}
_PIGMENTS = {
    "linked": "teal",
    "steps": "sky",
    "ways": "jade",
    "cases": "plum",
    "papers": "amber",
    "legal": "stone",
}


def section_icon(section: str) -> str:
    """Return the icon of a section."""
    return _ICONS[section]


def section_title(section: str) -> str:
    """Return the name of a section. Raises KeyError for an unknown one, a bug."""
    return {
        "linked": translated("SectionTitles", "Làm nhiều việc một lần"),
        "steps": translated("SectionTitles", "Các bước làm"),
        "ways": translated("SectionTitles", "Cách nộp, thời gian, tiền"),
        "cases": translated("SectionTitles", "Các trường hợp"),
        "papers": translated("SectionTitles", "Giấy tờ theo hồ sơ chính thức"),
        "who": translated("SectionTitles", "Ai được làm, điều kiện"),
        "offices": translated("SectionTitles", "Nơi làm, nơi quyết định"),
        "results": translated("SectionTitles", "Kết quả nhận được"),
        "forms": translated("SectionTitles", "Mẫu đơn, tờ khai"),
        "legal": translated("SectionTitles", "Căn cứ pháp lý"),
        "names": translated("SectionTitles", "Cách nói khác"),
        "link": translated("SectionTitles", "Trang chính thức trên mạng"),
    }[section]


def section_row(procedure: Procedure, section: str) -> Row:
    """Return the row of a menu that leads to a section."""
    return Row(
        key=section,
        title=section_title(section),
        line=_line(procedure, section),
        icon=_ICONS[section],
        pigment=_PIGMENTS.get(section, "sky"),
    )


def _line(procedure: Procedure, section: str) -> str:
    counted = {
        "linked": (
            translated("SectionTitles", "Một bộ hồ sơ cho %1 việc"),
            len(linked_parts(procedure.name)),
        ),
        "cases": (translated("SectionTitles", "%1 trường hợp để chọn"), len(case_choices(procedure))),
        "legal": (translated("SectionTitles", "%1 văn bản"), len(procedure.legal_basis)),
        "results": (translated("SectionTitles", "%1 kết quả"), len(procedure.results)),
        "papers": (
            translated("SectionTitles", "%1 giấy tờ, ghi nguyên văn"),
            sum(bool(paper.originals or paper.copies) for paper in procedure.papers),
        ),
    }
    if section == "ways" and (online := online_words(procedure)):
        return online
    if section in counted:
        words, count = counted[section]
        return words.replace("%1", str(count)) if count else ""
    return {
        "steps": translated("SectionTitles", "Làm gì trước, làm gì sau"),
        "ways": translated("SectionTitles", "Tại quầy, bưu điện hay trên mạng"),
        "who": translated("SectionTitles", "Xem ông/bà có làm được không"),
        "offices": translated("SectionTitles", "Cơ quan nào nhận, ai ký"),
        "forms": translated("SectionTitles", "Tên mẫu và dùng cho giấy nào"),
        "names": translated("SectionTitles", "Tên dễ hiểu, tên chính thức, mã"),
        "link": translated("SectionTitles", "Quét mã bằng điện thoại để đọc thêm"),
    }[section]
