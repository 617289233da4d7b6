"""The officer's other pages: questions and feedback, notices of the city, kiosks of the halls."""

import json
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from tests.portal.reference_portal.city import Notices
from tests.portal.reference_portal.keys import PrivateKeys
from tests.portal.reference_portal.messages import open_message, seal_answer
from tests.portal.reference_portal.opening import CannotOpen
from tests.portal.reference_portal.pages import (
    Html,
    day_words,
    form_of,
    html_answer,
    page,
    tag,
    time_words,
)
from tests.portal.reference_portal.problems import Refusal
from tests.portal.reference_portal.protocol import Protocol
from tests.portal.reference_portal.storage import now_text

KINDS = {
    "question": "Câu hỏi",
    "feedback": "Góp ý",
    "rating": "Đánh giá",
    "fault": "Báo hỏng",
    "vote": "Bình chọn",
    "withdrawal": "Xin rút phiếu",
}
NOTICES = {
    "announcement": "Thông báo",
    "hotline": "Đường dây nóng",
    "hours": "Giờ làm việc",
    "closed": "Ngày nghỉ",
    "poll": "Bình chọn",
    "office": "Địa chỉ",
    "answer": "Hỏi đáp",
    "figures": "Số liệu công khai",
}
# Topics as the kiosk's own pages name them; any other topic is a procedure's code, shown as it is.
TOPICS = {
    "question": {
        "papers": "Giấy tờ cần mang",
        "time": "Bao giờ có kết quả",
        "fee": "Tiền phải trả",
        "hall": "Nơi làm, giờ làm",
        "other": "Việc khác",
    },
    "feedback": {
        "guidance": "Việc hướng dẫn",
        "hall": "Sảnh và chỗ ngồi",
        "kiosk": "Máy tự phục vụ",
        "other": "Việc khác",
    },
    "fault": {
        "printer": "Máy in không ra giấy",
        "screen": "Màn hình, nút chạm",
        "sound": "Tiếng, tai nghe",
        "content": "Thông tin chưa đúng",
        "other": "Chỗ khác",
    },
}
STATES = {"active": "Đang dùng", "revoked": "Đã thu hồi", "cloned": "Có bản sao", "gone": "Đã tháo"}
ANSWER_MIN = 5
WITHDRAWN_HOW = "Phiếu chưa tiếp nhận tự rút khi mã tra cứu khớp. Hồ sơ đã tiếp nhận thì cán bộ quyết định."


class OfficerDesk:
    def __init__(self, protocol: Protocol, notices: Notices, keys: PrivateKeys) -> None:
        self.messages, self.fleet, self.notices, self.keys = protocol.messages, protocol.fleet, notices, keys

    def router(self) -> APIRouter:
        router = APIRouter(include_in_schema=False)
        for method, path, call in (
            ("GET", "/hoi-dap", self.listing),
            ("GET", "/hoi-dap/{message_id}", self.show),
            ("POST", "/hoi-dap/{message_id}/tra-loi", self.answer),
            ("GET", "/thong-bao", self.notice_page),
            ("POST", "/thong-bao", self.publish),
            ("POST", "/thong-bao/{item_id}/go", self.withdraw),
            ("GET", "/may", self.kiosk_page),
            ("POST", "/may/ma-moi", self.new_code),
            ("POST", "/may/{kiosk_id}/thu-hoi", self.revoke),
        ):
            router.add_api_route(path, call, methods=[method])
        return router

    async def listing(self) -> HTMLResponse:
        rows = [
            tag(
                "tr",
                tag("td", tag("a", KINDS[row.kind], href=f"/hoi-dap/{row.message_id}")),
                tag("td", _about(row)),
                tag("td", time_words(row.created_at)),
                tag("td", "Đã trả lời" if row.answered_at else "", class_="state"),
            )
            for row in self.messages.listing()
        ]
        head = tag("tr", *(tag("th", text) for text in ("Loại", "Về", "Gửi lúc", "Trả lời")))
        return html_answer(
            page("Câu hỏi, góp ý", tag("table", head, *rows) if rows else tag("p", "Chưa có."))
        )

    async def show(self, message_id: str) -> HTMLResponse:
        row = self._row(message_id)
        try:
            left = open_message(row.body, self.keys)
        except CannotOpen as error:
            return html_answer(page("Chưa mở được", tag("p", str(error), class_="warning")))
        facts = [("Nội dung", left.text), ("Liên hệ", left.contact)]
        if (
            row.kind == "withdrawal"
        ):  # its choice is the citizen's code: the portal compares it, nobody sees it
            notes = (tag("p", _about(row)), tag("p", WITHDRAWN_HOW, class_="note"))
            return html_answer(page(KINDS[row.kind], _facts(facts), *notes))
        facts.append(("Lựa chọn", left.choice))
        if left.score:
            facts.append(("Điểm", f"{left.score} trên 5"))
        title = " · ".join(part for part in (KINDS[row.kind], _topic(row)) if part)
        return html_answer(page(title, _facts(facts), self._answer_form(row)))

    def _answer_form(self, row) -> Html:
        if not row.answer_id:
            return tag("p", "Loại này không cần trả lời.", class_="note")
        if row.answered_at:
            return tag("p", f"Đã trả lời lúc {time_words(row.answered_at)}.", class_="note")
        return tag(
            "form",
            tag("label", "Trả lời cho người hỏi", tag("textarea", name="answer", required="", id="answer")),
            tag(
                "label",
                "Câu hỏi viết lại cho mọi người (bỏ trống nếu chỉ trả lời riêng)",
                tag("textarea", name="public_question", id="public-question"),
            ),
            tag("button", "Gửi trả lời", id="send-answer"),
            method="post",
            action=f"/hoi-dap/{row.message_id}/tra-loi",
        )

    async def answer(self, request: Request, message_id: str) -> RedirectResponse:
        row = self._row(message_id)
        sent = await form_of(request)
        text = sent.get("answer", "").strip()[:2000]
        if len(text) < ANSWER_MIN or not row.answer_id:
            raise Refusal(422, "answer_missing", pointer="/answer")
        left = open_message(row.body, self.keys)
        self.messages.answer(message_id, seal_answer(text, row.answer_id, left.answer_key))
        public = sent.get("public_question", "").strip()[:500]
        if public:
            content = {
                "valid_from": now_text()[:10],
                "question": public,
                "answer": text,
                "topic": row.topic,
            }
            self.notices.publish("answer", content)
        return RedirectResponse(f"/hoi-dap/{message_id}", 303)

    async def notice_page(self) -> HTMLResponse:
        rows = [
            tag(
                "tr",
                tag("td", NOTICES.get(row.kind, row.kind)),
                tag("td", *_notice(json.loads(row.content))),
                tag(
                    "td",
                    tag(
                        "form",
                        tag("button", "Gỡ", class_="refuse"),
                        method="post",
                        action=f"/thong-bao/{row.item_id}/go",
                    ),
                ),
            )
            for row in self.notices.listing()
        ]
        form = tag(
            "form",
            tag("label", "Tiêu đề ", tag("input", name="title", required="", id="title")),
            tag("label", "Nội dung", tag("textarea", name="body", id="body")),
            tag("label", "Từ ngày ", tag("input", name="valid_from", type="date", id="from")),
            tag("label", "Đến hết ngày ", tag("input", name="valid_to", type="date", id="to")),
            tag("button", "Đăng thông báo", id="publish"),
            method="post",
            action="/thong-bao",
        )
        head = tag("tr", *(tag("th", text) for text in ("Loại", "Nội dung và ngày", "")))
        table = tag("table", head, *rows) if rows else tag("p", "Chưa có thông báo nào.", class_="note")
        return html_answer(page("Thông báo", tag("div", form, class_="card"), table))

    async def publish(self, request: Request) -> RedirectResponse:
        sent = await form_of(request)
        title = sent.get("title", "").strip()[:120]
        if not title:
            raise Refusal(422, "title_missing", pointer="/title")
        days = {
            "valid_from": sent.get("valid_from") or now_text()[:10],
            "valid_to": sent.get("valid_to") or "",
        }
        for name, text in days.items():
            check_day(text, f"/{name}")
        content = {
            "title": title,
            "body": sent.get("body", "").strip()[:2000],
            "valid_from": days["valid_from"],
        }
        self.notices.publish(
            "announcement", content | ({"valid_to": days["valid_to"]} if days["valid_to"] else {})
        )
        return RedirectResponse("/thong-bao", 303)

    async def withdraw(self, request: Request, item_id: str) -> RedirectResponse:
        await form_of(request)
        if item_id not in {row.item_id for row in self.notices.listing()}:
            raise Refusal(404, "item_unknown")
        self.notices.withdraw(item_id)
        return RedirectResponse("/thong-bao", 303)

    async def kiosk_page(self, request: Request) -> HTMLResponse:
        rows = [
            tag(
                "tr",
                tag("td", f"{row.kiosk_no:04d}", class_="number"),
                tag("td", row.point),
                tag("td", time_words(row.heard_at) if row.heard_at else "chưa báo"),
                tag("td", STATES[row.state], class_="state"),
                tag(
                    "td",
                    tag(
                        "form",
                        tag("button", "Thu hồi", class_="refuse"),
                        method="post",
                        action=f"/may/{row.kiosk_id}/thu-hoi",
                    )
                    if row.state == "active"
                    else "",
                ),
            )
            for row in self.fleet.kiosks()
        ]
        code = request.query_params.get("ma", "")[:20]
        shown = (
            tag("p", "Mã ghi danh, dùng một lần trong một ngày: ", tag("b", code, id="code")) if code else ""
        )
        form = tag(
            "form",
            tag("label", "Mã điểm ", tag("input", name="point", required="", id="point")),
            tag("label", "Tên điểm ", tag("input", name="point_name", required="", id="point-name")),
            tag("button", "Tạo mã ghi danh", id="new-code"),
            method="post",
            action="/may/ma-moi",
        )
        head = tag("tr", *(tag("th", text) for text in ("Số máy", "Điểm", "Báo lần cuối", "Tình trạng", "")))
        table = tag("table", head, *rows) if rows else tag("p", "Chưa có máy nào.", class_="note")
        return html_answer(page("Máy ở sảnh", shown, tag("div", form, class_="card"), table))

    async def new_code(self, request: Request) -> RedirectResponse:
        sent = await form_of(request)
        point, name = sent.get("point", "").strip()[:40], sent.get("point_name", "").strip()[:200]
        if not point or not name:
            raise Refusal(422, "point_missing", pointer="/point")
        return RedirectResponse(f"/may?ma={self.fleet.new_code(point, name)}", 303)

    async def revoke(self, request: Request, kiosk_id: str) -> RedirectResponse:
        await form_of(request)
        if self.fleet.kiosk(kiosk_id) is None:
            raise Refusal(404, "kiosk_unknown")
        self.fleet.set_state(kiosk_id, "revoked")
        return RedirectResponse("/may", 303)

    def _row(self, message_id: str):
        row = self.messages.message(message_id)
        if row is None:
            raise Refusal(404, "message_unknown")
        return row


def _facts(facts: list[tuple[str, str]]) -> Html:
    return tag("table", *(tag("tr", tag("th", name), tag("td", text)) for name, text in facts if text))


def _about(row) -> str:
    if row.kind == "withdrawal":
        return tag("a", "Xem phiếu", href=f"/phieu/{row.topic}")
    return _topic(row) or "(không chọn)"


def _topic(row) -> str:
    return TOPICS.get(row.kind, {}).get(row.topic, row.topic)


def _notice(content: dict) -> list[str]:
    """Return what a notice says, and the days it holds for."""
    words = [
        content[key] for key in ("title", "name", "question", "number", "address", "note") if content.get(key)
    ]
    until = f" đến hết {day_words(content['valid_to'])}" if content.get("valid_to") else ""
    return [
        " · ".join(words),
        tag("br"),
        tag("span", f"Từ {day_words(content.get('valid_from', ''))}{until}", class_="note"),
    ]


def check_day(text: str, pointer: str) -> None:
    try:
        date.fromisoformat(text or "2026-01-01")
    except ValueError:
        raise Refusal(422, "day_shape", pointer=pointer) from None
