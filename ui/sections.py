"""What the official record says beyond the four cards, in sections of one subject each.

Every function is pure: a procedure in, rows out. Official words are taken over whole, only split into
paragraphs for pages; a section without content does not exist.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from kiosk.domain.catalogue import (
    Channel,
    FeeKind,
    FeeType,
    FilingMethod,
    OfficialPaper,
    OnlineLevel,
    Procedure,
    ReturnPlace,
)
from kiosk.domain.linked_procedures import linked_parts
from kiosk.domain.procedure_cases import CaseChoice, case_choices, papers_of_every_case
from kiosk.domain.text_folding import fold
from ui.dates import short_date
from ui.facts import amount_words, bare_name, decision_words, duration_words, fee_words, time_fact
from ui.reading import paragraphs
from ui.rows import Row
from ui.view_model import translated

_LONGEST_TITLE = 120
Sections = Mapping[str, Callable[[Procedure, str], list[Row]]]


def section_rows(procedure: Procedure, section: str, language: str) -> list[Row]:
    """Return the rows of a section to read, [] where the record has nothing for it or it is unknown."""
    make = _SECTIONS.get(section)
    return make(procedure, language) if make is not None else []


def section_keys(procedure: Procedure) -> tuple[str, ...]:
    """Return the sections this procedure has, in the order people ask for them."""
    return tuple(key for key in _SECTIONS if section_rows(procedure, key, "vi"))


def case_rows(procedure: Procedure, number: int) -> list[Row]:
    """Return time and papers of the case `number` (from 0), then the papers that go with every case."""
    choices = case_choices(procedure)
    if not 0 <= number < len(choices):
        return []
    choice, common = choices[number], papers_of_every_case(procedure)
    rows = [_case_time(choice, procedure)]
    rows += _papers(choice.papers, "own")
    if not choice.papers:
        none = translated("Sections", "Không có giấy tờ riêng cho trường hợp này")
        rows.append(Row(key="own-none", title=none, icon="info"))
    if common:
        rows.append(_heading("common", translated("Sections", "Trường hợp nào cũng cần"), icon="folder_open"))
        rows += _papers(common, "common")
    return rows


def _case_time(choice: CaseChoice, procedure: Procedure) -> Row:
    """The case's own time, else the procedure's, said to be for all cases."""
    heading = translated("Sections", "Mất bao lâu")
    if choice.duration is not None:
        return Row(key="time", title=heading, line=duration_words(choice.duration), icon="schedule")
    whole = time_fact(procedure, None)
    note = translated("Sections", "Hồ sơ không ghi thời gian riêng cho trường hợp này.")
    return Row(key="time", title=heading, line=whole.headline, note=note, icon="schedule")


def _steps(procedure: Procedure, language: str) -> list[Row]:
    text = procedure.text(language)
    rows: list[Row] = []
    if text is not None and text.steps:
        rows = [
            Row(key=f"plain-{number}", title=_step_name(number), line=step, icon="")
            for number, step in enumerate(text.steps, 1)
        ]
        if procedure.steps:
            rows.append(
                _heading("official", translated("Sections", "Theo hồ sơ chính thức"), icon="menu_book")
            )
    for number, step in enumerate(procedure.steps, 1):
        rows += _said(f"step-{number}", step, heading="" if _names_itself(step) else _step_name(number))
    return rows


def _step_name(number: int) -> str:
    return translated("Sections", "Bước %1").replace("%1", str(number))


def _names_itself(step: str) -> bool:
    """True where the official text names its own number ("Bước 1: …")."""
    return fold(step[:20]).lstrip(" -*+").startswith("buoc")


def _ways(procedure: Procedure, language: str) -> list[Row]:
    rows = []
    text = procedure.text(language)
    if procedure.methods and text is not None and text.time:
        title = " · ".join(words for words in (text.time, text.fee) if words)
        line = "\n".join(words for words in (text.time_note, text.fee_note) if words)
        rows.append(Row(key="plain", title=title, line=line, icon="schedule"))
    if procedure.methods and (online := online_words(procedure)):
        rows.append(Row(key="online", title=online, icon="public"))
    for number, method in enumerate(procedure.methods):
        rows += _way(number, method)
    if procedure.reception_address:
        rows += _said(
            "address", procedure.reception_address, heading=translated("Sections", "Địa chỉ nhận hồ sơ")
        )
    return rows


def _way(number: int, method: FilingMethod) -> list[Row]:
    name, icon = _channel(method.channel)
    fee = fee_words(method.fee)
    kind = _fee_type(method.fee.type)
    line = translated("Sections", "Thời gian: %1").replace("%1", duration_words(method.duration))
    rows = [
        Row(key=f"way-{number}", title=name, line=line, icon=icon, note=f"{kind}: {fee}"),
    ]
    said = None if method.fee.kind is FeeKind.FREE else method.fee.text
    extra = [text for text in (said, method.note) if text and text.strip() != fee]
    if method.fee.file is not None:
        extra.append(translated("Sections", "Bảng phí kèm theo: %1").replace("%1", method.fee.file.name))
    for place, text in enumerate(extra):
        rows += _said(f"way-{number}-{place}", text)
    return rows


def _channel(channel: Channel) -> tuple[str, str]:
    return {
        Channel.DIRECT: (translated("Sections", "Nộp tại quầy"), "storefront"),
        Channel.POSTAL: (translated("Sections", "Gửi qua bưu điện"), "mail"),
        Channel.ONLINE: (translated("Sections", "Nộp trên mạng"), "public"),
    }[channel]


def _fee_type(kind: FeeType) -> str:
    return {
        FeeType.PHI: translated("Sections", "Phí"),
        FeeType.LE_PHI: translated("Sections", "Lệ phí"),
        FeeType.PRICE: translated("Sections", "Giá dịch vụ"),
        FeeType.UNKNOWN: translated("Sections", "Tiền"),
    }[kind]


def online_words(procedure: Procedure) -> str:
    """Return how far the procedure can be done online, "" where the record does not say."""
    return {
        OnlineLevel.FULL: translated("Sections", "Làm trọn trên mạng được"),
        OnlineLevel.PARTIAL: translated("Sections", "Làm trên mạng được một phần"),
        OnlineLevel.NONE: translated("Sections", "Chưa làm trên mạng được"),
        OnlineLevel.UNKNOWN: "",
    }[procedure.online_level]


def _cases(procedure: Procedure, _language: str) -> list[Row]:
    return [
        Row(key=str(number), title=choice.name, line=_case_line(choice), icon="list_alt")
        for number, choice in enumerate(case_choices(procedure))
    ]


def _case_line(choice: CaseChoice) -> str:
    papers = sum(bool(paper.originals or paper.copies) for paper in choice.papers)
    parts = [translated("Sections", "%1 giấy tờ").replace("%1", str(papers))] if papers else []
    if choice.duration is not None:
        parts.append(duration_words(choice.duration))
    return " · ".join(parts)


def _official_papers(procedure: Procedure, _language: str) -> list[Row]:
    rows: list[Row] = []
    case: str | None = None
    for number, paper in enumerate(procedure.papers):
        if paper.case and paper.case != case:
            rows += _said(f"case-{number}", paper.case.strip(), icon="folder_open", strong=True)
        case = paper.case
        rows += _papers([paper], str(number))
    return rows


def _papers(papers: Sequence[OfficialPaper], key: str) -> list[Row]:
    """Papers with how many of each; a line of 0 originals and 0 copies is an explanation and says so."""
    rows: list[Row] = []
    for number, paper in enumerate(papers):
        amount = amount_words(paper.originals, paper.copies)
        note = amount or translated("Sections", "Lời giải thích, không phải giấy cần mang.")
        pieces = paragraphs(paper.name.lstrip("-+*• "))
        strong = bool(amount) and len(pieces) == 1 and len(pieces[0]) <= _LONGEST_TITLE
        forms = [form.name for form in paper.forms] or ([paper.form] if paper.form else [])
        if forms:
            note += "\n" + translated("Sections", "Mẫu: %1").replace("%1", ", ".join(forms))
        for place, piece in enumerate(pieces):
            last = place == len(pieces) - 1
            rows.append(
                Row(
                    key=f"paper-{key}-{number}-{place}",
                    title=piece if strong else "",
                    line="" if strong else piece,
                    note=note if last else "",
                    icon="description" if amount and place == 0 else "",
                )
            )
    return rows


def _linked(procedure: Procedure, _language: str) -> list[Row]:
    parts = linked_parts(procedure.name)
    if not parts:
        return []
    how = translated("Sections", "Nộp một bộ hồ sơ, làm cùng lúc %1 việc").replace("%1", str(len(parts)))
    where = translated("Sections", "Ông/bà nộp một nơi. Các cơ quan tự chuyển cho nhau.")
    rows = [_heading("how", how, icon="diversity_3"), Row(key="where", title="", line=where, icon="")]
    rows += [
        Row(key=f"part-{number}", title=f"{number}. {part}", icon="") for number, part in enumerate(parts, 1)
    ]
    if procedure.results:
        rows.append(_heading("results", translated("Sections", "Kết quả ghi trong hồ sơ"), icon="task"))
        rows += _list("result", procedure.results)
    single = translated("Sections", "Chỉ cần một việc? Tìm riêng việc đó.")
    rows.append(Row(key="single", title="", line=single, icon="info"))
    return rows


def _offices(procedure: Procedure, _language: str) -> list[Row]:
    groups = (
        ("agency", translated("Sections", "Nơi làm"), procedure.agencies),
        ("deciding", translated("Sections", "Nơi quyết định"), procedure.deciding_agencies),
        ("delegated", translated("Sections", "Nơi được ủy quyền"), procedure.delegated_agencies),
        ("coordinating", translated("Sections", "Nơi phối hợp"), procedure.coordinating_agencies),
    )
    rows: list[Row] = []
    for key, heading, names in groups:
        if names:
            rows.append(_heading(key, heading, icon="account_balance"))
            rows += _list(key, names)
    if rows and procedure.non_territorial is not None:
        words = (
            translated("Sections", "Nộp ở phường, xã nào cũng được.")
            if procedure.non_territorial
            else translated("Sections", "Nộp đúng nơi phụ trách địa bàn của ông/bà.")
        )
        rows.append(Row(key="territory", title=words, icon="map"))
    return rows


def _who(procedure: Procedure, _language: str) -> list[Row]:
    rows: list[Row] = []
    if procedure.applicants:
        rows.append(_heading("applicants", translated("Sections", "Ai được làm"), icon="group"))
        rows += _list("applicant", procedure.applicants)
    if procedure.conditions.strip():
        rows += [_heading("conditions", translated("Sections", "Điều kiện"), icon="fact_check")]
        rows += _said("condition", procedure.conditions)
    return rows


def _results(procedure: Procedure, _language: str) -> list[Row]:
    rows = _list("result", procedure.results)
    for number, way in enumerate(procedure.return_ways):
        heading = (
            translated("Sections", "Nộp trên mạng, nhận kết quả")
            if way.filed_online
            else translated("Sections", "Nộp giấy, nhận kết quả")
        )
        places = [_return_place(place) for place in way.places]
        if places:
            rows.append(Row(key=f"way-{number}", title=heading, line="\n".join(places), icon="redeem"))
    return rows


def _return_place(place: ReturnPlace) -> str:
    return {
        ReturnPlace.AT_SUBMISSION_PLACE: translated("Sections", "Tại nơi nộp hồ sơ"),
        ReturnPlace.AT_HOME: translated("Sections", "Tại nhà, qua bưu điện"),
        ReturnPlace.ONLINE: translated("Sections", "Trên mạng"),
    }[place]


def _forms(procedure: Procedure, _language: str) -> list[Row]:
    seen: dict[str, str] = {}
    for paper in procedure.papers:
        for name in [form.name for form in paper.forms] or ([paper.form] if paper.form else []):
            seen.setdefault(name, paper.name)
    if not seen:
        return []
    rows = [
        Row(key="ask", title=translated("Sections", "Mẫu có tại quầy. Mời ông/bà hỏi cán bộ."), icon="info")
    ]
    for number, (name, used_for) in enumerate(seen.items()):
        rows.append(Row(key=f"form-{number}", title=name, icon="edit_document"))
        rows += _said(
            f"form-{number}", translated("Sections", "Dùng cho: %1").replace("%1", used_for.lstrip("-+* "))
        )
    return rows


def _legal(procedure: Procedure, _language: str) -> list[Row]:
    rows: list[Row] = []
    if procedure.decision_no:
        rows.append(
            Row(key="decision", title=decision_words(procedure), line=procedure.issuer, icon="verified")
        )
    dates = (
        (translated("Sections", "Có hiệu lực từ ngày %1"), procedure.effective_on),
        (translated("Sections", "Hết hiệu lực ngày %1"), procedure.expires_on),
    )
    rows += [
        Row(key=f"date-{number}", title=words.replace("%1", short_date(day)), icon="event")
        for number, (words, day) in enumerate(dates)
        if day is not None
    ]
    for number, document in enumerate(procedure.legal_basis):
        rows += _said(
            f"document-{number}", document.name or document.code, heading=document.code, icon="gavel"
        )
    return rows


def _names(procedure: Procedure, language: str) -> list[Row]:
    text = procedure.text(language)
    rows = [
        Row(key="plain", title=text.name, note=translated("Sections", "Tên dễ hiểu"), icon="forum")
        for text in [text]
        if text is not None
    ]
    official = _said("official", bare_name(procedure.name), icon="menu_book", strong=True)
    official[-1:] = [
        Row(key=row.key, title=row.title, icon=row.icon, note=translated("Sections", "Tên chính thức"))
        for row in official[-1:]
    ]
    rows += official
    rows.append(
        Row(key="code", title=procedure.code, note=translated("Sections", "Mã thủ tục"), icon="numbers")
    )
    known = {fold(row.title) for row in rows}
    everyday = dict.fromkeys((*procedure.aliases, *procedure.keywords))
    spoken = [name for name in everyday if name.strip() and fold(name) not in known]
    if spoken:
        rows.append(
            _heading("spoken", translated("Sections", "Người dân hay gọi là"), icon="record_voice_over")
        )
        rows += _list("name", [name[:1].upper() + name[1:] for name in spoken])
    return rows


def _heading(key: str, title: str, *, icon: str) -> Row:
    return Row(key=key, title=title, icon=icon, marked=True)


def _list(key: str, texts: Iterable[str]) -> list[Row]:
    return [row for number, text in enumerate(texts) for row in _said(f"{key}-{number}", text.lstrip("-+* "))]


def _said(key: str, text: str, *, heading: str = "", icon: str = "", strong: bool = False) -> list[Row]:
    """A text as rows of one paragraph each, the heading and the icon with the first."""
    rows = []
    for number, piece in enumerate(paragraphs(text)):
        first = number == 0
        rows.append(
            Row(
                key=f"{key}-{number}",
                title=piece if strong else heading if first else "",
                line="" if strong else piece,
                icon=icon if first else "",
                marked=strong and first,
            )
        )
    return rows


_SECTIONS: Sections = {
    "linked": _linked,
    "steps": _steps,
    "ways": _ways,
    "cases": _cases,
    "papers": _official_papers,
    "who": _who,
    "offices": _offices,
    "results": _results,
    "forms": _forms,
    "legal": _legal,
    "names": _names,
}
