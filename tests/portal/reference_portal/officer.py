"""The officer's pages: what arrived, what was declared, and the decision only a person takes."""

import re
from datetime import datetime
from functools import cache

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from kiosk.domain.forms import FormDefinition
from kiosk.domain.forms_wording import display_answer, fault_text
from kiosk.domain.numbering import format_receipt
from kiosk.domain.person_checks import second_looks
from kiosk.domain.postal_delivery import with_delivery
from kiosk.domain.tracking import is_usual
from offline_cache.form_files import load_forms
from tests.portal.reference_portal.keys import PrivateKeys
from tests.portal.reference_portal.opening import CannotOpen, Declared, open_dossier
from tests.portal.reference_portal.pages import Html, form_of, html_answer, page, tag, time_words
from tests.portal.reference_portal.problems import Refusal
from tests.portal.reference_portal.storage import HANOI, Storage

STATES = {
    0: "Chờ cán bộ xem",
    1: "Mới đăng ký",
    2: "Đã tiếp nhận",
    3: "Không tiếp nhận",
    4: "Đang xử lý",
    5: "Yêu cầu bổ sung giấy tờ",
    6: "Yêu cầu thực hiện nghĩa vụ tài chính",
    7: "Công dân yêu cầu rút hồ sơ",
    8: "Dừng xử lý",
    9: "Đã xử lý xong",
    10: "Đã trả kết quả",
    90: "Hết hạn",
    91: "Đã rút",
}
CONSENTS = {"send": "Gửi cho cán bộ xem", "contact": "Gọi, nhắn tin", "post": "Gửi qua bưu điện"}
RECEIVED, NOT_RECEIVED = 2, 3
DECISIONS = {"received": RECEIVED, "not_received": NOT_RECEIVED}
CODE_SHAPE = re.compile(r"[A-Z0-9.]+-\d{6,8}-\d{4,7}")
REASON_MIN = 10


class Officer:
    def __init__(self, storage: Storage, keys: PrivateKeys) -> None:
        self.storage, self.keys = storage, keys

    def router(self) -> APIRouter:
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/", self.listing, methods=["GET"])
        router.add_api_route("/phieu/{dossier_id}", self.show, methods=["GET"])
        router.add_api_route("/phieu/{dossier_id}/quyet-dinh", self.decide, methods=["POST"])
        router.add_api_route("/phieu/{dossier_id}/trang-thai", self.set_status, methods=["POST"])
        return router

    async def listing(self, request: Request) -> HTMLResponse:
        asked = request.query_params.get("so", "")[:60]
        wanted = "".join(letter for letter in asked if letter.isalnum() or letter == "-").upper()
        wanted = wanted.removeprefix("PK").lower()
        if wanted.replace("-", "").isdigit():
            wanted = wanted.replace("-", "")
        rows = self.storage.find(wanted)
        search = tag(
            "form",
            tag("label", "Tìm theo số PK hoặc mã phiếu ", tag("input", name="so", value=asked, autofocus="")),
            " ",
            tag("button", "Tìm"),
            action="/",
            method="get",
            class_="find",
        )
        found = self._table(rows) if rows else tag("p", "Chưa có phiếu nào.", class_="note")
        return html_answer(page("Phiếu đã đến", search, tag("p", f"{len(rows)} phiếu", class_="note"), found))

    def _table(self, rows) -> Html:
        head = tag("tr", *(tag("th", text) for text in ("Số PK", "Thủ tục", "Khai lúc", "Tình trạng")))
        body = (
            tag(
                "tr",
                tag(
                    "td",
                    tag("a", format_receipt(row.receipt_no), href=f"/phieu/{row.dossier_id}"),
                    class_="number",
                ),
                tag("td", row.procedure_code),
                tag("td", time_words(row.created_at)),
                tag("td", STATES[row.status], class_="state"),
            )
            for row in rows
        )
        return tag("table", head, *body)

    async def show(self, dossier_id: str) -> HTMLResponse:
        row = self._row(dossier_id)
        declared = self._opened(row)
        facts = tag(
            "p",
            f"Thủ tục {row.procedure_code} · khai lúc {time_words(row.created_at)}"
            f" · đến lúc {time_words(row.received_at)} · ",
            tag("span", STATES[row.status], class_="state"),
            class_="note",
        )
        taken = tag(
            "p",
            f"Số này đã có ở phiếu khác. Xem mã trên giấy: {row.dossier_id[-8:]}.",
            class_="warning",
        )
        return html_answer(
            page(
                format_receipt(row.receipt_no),
                facts,
                taken if "receipt_no_taken" in row.flags else Html(""),
                tag("div", tag("h2", "Người dân đã khai"), declared, class_="card"),
                self._decision(row),
            )
        )

    def _opened(self, row) -> Html:
        if not row.body:
            return tag("p", "Người khai đã rút phiếu. Nội dung đã xoá.", class_="note")
        try:
            return self._declared(open_dossier(row.body, self.keys))
        except CannotOpen as error:
            return tag("p", f"Chưa mở được phiếu: {error}.", class_="warning")

    def _declared(self, declared: Declared) -> Html:
        form = _forms().get(declared.form_id)
        fields = {field.name: field for field in form.fields} if form else {}
        rows = []
        for name, value in declared.answers:
            field = fields.get(name)
            label = field.label_vi if field else name
            shown = display_answer(field, value, "vi") if field and value else value
            rows.append(tag("tr", tag("th", label), tag("td", shown or "(để trống)")))
        today = datetime.now(HANOI).date()
        for look in second_looks(form, dict(declared.answers), today) if form else ():
            words = fault_text(look, fields[look.field], "vi").partition(": ")[2].partition(".")[0]
            rows.append(_line("Cán bộ xem lại", words))
        rows.append(_line("Nhận kết quả", "qua bưu điện" if declared.by_post else "tại quầy"))
        rows += [
            _line(CONSENTS[purpose], "đồng ý" if given else "không") for purpose, given in declared.consents
        ]
        title = form.title_vi if form else declared.form_id
        return Html(tag("p", f"{title} (mẫu {declared.form_version})", class_="note") + tag("table", *rows))

    def _decision(self, row) -> Html:
        if row.status != 0:
            more = [self._status_form(row)] if row.body else []
            return tag("div", tag("h2", "Hồ sơ"), *self._said(row), *more, class_="card")
        where = f"/phieu/{row.dossier_id}/quyet-dinh"
        receive = tag(
            "form",
            tag("input", type="hidden", name="state", value="received"),
            tag(
                "label",
                "Mã hồ sơ trên giấy tiếp nhận (Mẫu 01) ",
                tag("input", name="dossier_code", id="code"),
            ),
            tag("label", "Hẹn trả ", tag("input", name="due", type="datetime-local", id="due")),
            tag("button", "Tiếp nhận", id="receive"),
            method="post",
            action=where,
        )
        refuse = tag(
            "form",
            tag("input", type="hidden", name="state", value="not_received"),
            tag("label", "Lý do, viết cho người dân hiểu", tag("textarea", name="reason", required="")),
            tag("button", "Không tiếp nhận", class_="refuse", id="refuse"),
            method="post",
            action=where,
        )
        return tag("div", tag("h2", "Quyết định"), receive, refuse, class_="card")

    def _said(self, row) -> list[Html]:
        facts = [f"{STATES[row.status]} lúc {time_words(row.decided_at)}. {row.reason}"]
        if row.dossier_code:
            facts.append(f"Mã hồ sơ {row.dossier_code}, mẫu {row.form}.")
        if row.due:
            facts.append(f"Hẹn trả {time_words(row.due)}.")
        return [tag("p", fact) for fact in facts]

    def _status_form(self, row) -> Html:
        """Every state may be set: one the table does not expect is marked, never refused."""
        options = (
            tag(
                "option", name + ("" if is_usual(row.status, number) else " (khác thường)"), value=str(number)
            )
            for number, name in STATES.items()
            if number not in {0, row.status}
        )
        return tag(
            "form",
            tag("label", "Trạng thái mới ", tag("select", *options, name="status", id="status")),
            tag("label", "Lời nhắn cho người dân", tag("textarea", name="reason")),
            tag("button", "Ghi trạng thái", id="set-status"),
            method="post",
            action=f"/phieu/{row.dossier_id}/trang-thai",
        )

    async def decide(self, request: Request, dossier_id: str) -> RedirectResponse:
        self._row(dossier_id)
        sent = await form_of(request)
        reason = sent.get("reason", "").strip()[:400]
        status = DECISIONS.get(sent.get("state", ""))
        if status is None:
            raise Refusal(422, "state_unknown", pointer="/state")
        if status == NOT_RECEIVED and len(reason) < REASON_MIN:
            raise Refusal(422, "reason_missing", pointer="/reason")
        facts = _form_01(sent) if status == RECEIVED else {"form": "03"}
        if not self.storage.decide(dossier_id, status, reason, **facts):
            raise Refusal(409, "already_decided")
        return RedirectResponse(f"/phieu/{dossier_id}", 303)

    async def set_status(self, request: Request, dossier_id: str) -> RedirectResponse:
        if self._row(dossier_id).status == 0:
            raise Refusal(409, "not_decided_yet")
        sent = await form_of(request)
        number = sent.get("status", "")
        if not number.isascii() or not number.isdigit() or int(number) not in STATES:
            raise Refusal(422, "state_unknown", pointer="/status")
        self.storage.set_status(dossier_id, int(number), sent.get("reason", "").strip()[:400])
        return RedirectResponse(f"/phieu/{dossier_id}", 303)

    def _row(self, dossier_id: str):
        row = self.storage.dossier(dossier_id)
        if row is None:
            raise Refusal(404, "dossier_unknown")
        return row


def _form_01(sent: dict[str, str]) -> dict[str, str]:
    """The data of the official receipt, where the officer gave it; the code is checked by shape only."""
    code, due = sent.get("dossier_code", "").strip()[:60], sent.get("due", "").strip()
    if code and not CODE_SHAPE.fullmatch(code):
        raise Refusal(422, "dossier_code_shape", pointer="/dossier_code")
    facts = {"dossier_code": code, "form": "01" if code else ""}
    if due:
        try:
            facts["due"] = datetime.fromisoformat(due).replace(tzinfo=HANOI).isoformat(timespec="seconds")
        except ValueError:
            raise Refusal(422, "due_shape", pointer="/due") from None
    return facts


def _line(label: str, value: str) -> Html:
    return tag("tr", tag("th", label), tag("td", value))


@cache
def _forms() -> dict[str, FormDefinition]:
    return {form.form_id: with_delivery(form) for form in load_forms()}
