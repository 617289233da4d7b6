"""The officer's pages: what arrived, what was declared, and the decision only a person takes."""

from functools import cache
from urllib.parse import parse_qs, urlparse

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from kiosk.domain.forms import FormDefinition
from kiosk.domain.forms_wording import display_answer
from kiosk.domain.numbering import format_receipt
from offline_cache.form_files import load_forms
from tests.portal.reference_portal.keys import PrivateKeys
from tests.portal.reference_portal.opening import CannotOpen, Declared, open_dossier
from tests.portal.reference_portal.pages import Html, page, tag
from tests.portal.reference_portal.problems import Refusal
from tests.portal.reference_portal.storage import Storage

STATES = {
    "pre_registered": "Chờ cán bộ xem",
    "received": "Đã tiếp nhận",
    "not_received": "Không tiếp nhận",
}
POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
REASON_MIN = 10


class Officer:
    def __init__(self, storage: Storage, keys: PrivateKeys) -> None:
        self.storage, self.keys = storage, keys

    def router(self) -> APIRouter:
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/", self.listing, methods=["GET"])
        router.add_api_route("/phieu/{dossier_id}", self.show, methods=["GET"])
        router.add_api_route("/phieu/{dossier_id}/quyet-dinh", self.decide, methods=["POST"])
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
        )
        found = self._table(rows) if rows else tag("p", "Chưa có phiếu nào.", class_="note")
        return _html(page("Phiếu đã đến", search, tag("p", f"{len(rows)} phiếu", class_="note"), found))

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
                tag("td", _time(row.created_at)),
                tag("td", STATES[row.state], class_="state"),
            )
            for row in rows
        )
        return tag("table", head, *body)

    async def show(self, dossier_id: str) -> HTMLResponse:
        row = self._row(dossier_id)
        try:
            declared = self._declared(open_dossier(row.body, self.keys))
        except CannotOpen as error:
            declared = tag("p", f"Chưa mở được phiếu: {error}.", class_="warning")
        facts = tag(
            "p",
            f"Thủ tục {row.procedure_code} · khai lúc {_time(row.created_at)}"
            f" · đến lúc {_time(row.received_at)} · ",
            tag("span", STATES[row.state], class_="state"),
            class_="note",
        )
        taken = tag(
            "p",
            f"Số này đã có ở phiếu khác. Xem mã trên giấy: {row.dossier_id[-8:]}.",
            class_="warning",
        )
        return _html(
            page(
                format_receipt(row.receipt_no),
                facts,
                taken if "receipt_no_taken" in row.flags else Html(""),
                tag("div", tag("h2", "Người dân đã khai"), declared, class_="card"),
                self._decision(row),
            )
        )

    def _declared(self, declared: Declared) -> Html:
        form = _forms().get(declared.form_id)
        fields = {field.name: field for field in form.fields} if form else {}
        rows = []
        for name, value in declared.answers:
            field = fields.get(name)
            label = field.label_vi if field else name
            shown = display_answer(field, value, "vi") if field and value else value
            rows.append(tag("tr", tag("th", label), tag("td", shown or "(để trống)")))
        title = form.title_vi if form else declared.form_id
        return Html(tag("p", f"{title} (mẫu {declared.form_version})", class_="note") + tag("table", *rows))

    def _decision(self, row) -> Html:
        if row.state != "pre_registered":
            said = f"{STATES[row.state]} lúc {_time(row.decided_at)}. {row.reason}"
            return tag("div", tag("h2", "Quyết định"), tag("p", said), class_="card")
        where = f"/phieu/{row.dossier_id}/quyet-dinh"
        receive = tag(
            "form",
            tag("input", type="hidden", name="state", value="received"),
            tag("button", "Tiếp nhận"),
            method="post",
            action=where,
        )
        refuse = tag(
            "form",
            tag("input", type="hidden", name="state", value="not_received"),
            tag("label", "Lý do, viết cho người dân hiểu", tag("textarea", name="reason", required="")),
            tag("button", "Không tiếp nhận", class_="refuse"),
            method="post",
            action=where,
        )
        return tag("div", tag("h2", "Quyết định"), receive, refuse, class_="card")

    async def decide(self, request: Request, dossier_id: str) -> RedirectResponse:
        self._row(dossier_id)
        origin = request.headers.get("Origin")
        if origin is not None and urlparse(origin).netloc != request.headers.get("Host"):
            raise Refusal(403, "other_origin")
        sent = parse_qs((await request.body()).decode("utf-8", "replace"))
        state, reason = sent.get("state", [""])[0], sent.get("reason", [""])[0].strip()[:400]
        if state not in {"received", "not_received"}:
            raise Refusal(422, "state_unknown", pointer="/state")
        if state == "not_received" and len(reason) < REASON_MIN:
            raise Refusal(422, "reason_missing", pointer="/reason")
        if not self.storage.decide(dossier_id, state, reason):
            raise Refusal(409, "already_decided")
        return RedirectResponse(f"/phieu/{dossier_id}", 303)

    def _row(self, dossier_id: str):
        row = self.storage.dossier(dossier_id)
        if row is None:
            raise Refusal(404, "dossier_unknown")
        return row


def _html(text: str) -> HTMLResponse:
    headers = {
        "Content-Security-Policy": POLICY,
        "Cache-Control": "no-store",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    return HTMLResponse(text, headers=headers)


def _time(text: str) -> str:
    """2026-11-24T09:42:00+07:00 -> 09:42 24/11/2026."""
    return f"{text[11:16]} {text[8:10]}/{text[5:7]}/{text[:4]}"


@cache
def _forms() -> dict[str, FormDefinition]:
    return {form.form_id: form for form in load_forms()}
