"""The open numbers of the hall, as officers publish them: how many in time, the oldest question."""

import json

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from tests.portal.reference_portal.city import Notices
from tests.portal.reference_portal.officer_desk import check_day
from tests.portal.reference_portal.pages import Html, day_words, form_of, html_answer, page, tag
from tests.portal.reference_portal.problems import Refusal
from tests.portal.reference_portal.storage import now_text

ITEM_ID = "hall-figures"
LONGEST_DAYS = 3650


class OfficerFigures:
    def __init__(self, notices: Notices) -> None:
        self.notices = notices

    def router(self) -> APIRouter:
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/so-lieu", self.show, methods=["GET"])
        router.add_api_route("/so-lieu", self.publish, methods=["POST"])
        return router

    async def show(self) -> HTMLResponse:
        found = (json.loads(row.content) for row in self.notices.listing() if row.kind == "figures")
        now = [_table(content) for content in found]
        form = tag(
            "form",
            tag(
                "label",
                "Tính từ ngày ",
                tag("input", name="counted_from", type="date", required="", id="from"),
            ),
            tag("label", "Đến hết ngày ", tag("input", name="counted_to", type="date", required="", id="to")),
            tag(
                "label",
                "Hồ sơ đúng hạn, phần trăm (bỏ trống nếu chưa đếm) ",
                tag("input", name="on_time", id="on-time", inputmode="decimal"),
            ),
            tag(
                "label",
                "Câu hỏi chờ lâu nhất, số ngày (bỏ trống nếu chưa đếm) ",
                tag("input", name="oldest", id="oldest", inputmode="numeric"),
            ),
            tag("button", "Đăng số liệu", id="publish"),
            method="post",
            action="/so-lieu",
        )
        note = tag("p", "Máy ở sảnh hiện các số này ở trang Số liệu mở.", class_="note")
        return html_answer(
            page(
                "Số liệu công khai",
                note,
                tag("div", tag("h2", "Đang đăng"), *(now or [tag("p", "Chưa có.")]), class_="card"),
                tag("div", tag("h2", "Đăng số mới"), form, class_="card"),
            )
        )

    async def publish(self, request: Request) -> RedirectResponse:
        sent = await form_of(request)
        days = {name: sent.get(name, "").strip() for name in ("counted_from", "counted_to")}
        for name, text in days.items():
            check_day(text or "?", f"/{name}")
        if days["counted_from"] > days["counted_to"]:
            raise Refusal(422, "days_swapped", pointer="/counted_to")
        content: dict[str, object] = {"item_id": ITEM_ID, "valid_from": now_text()[:10], **days}
        percent, oldest = sent.get("on_time", "").strip(), sent.get("oldest", "").strip()
        if percent:
            content["on_time_percent"] = _number(percent.replace(",", "."), 100.0, "/on_time")
        if oldest:
            content["oldest_unanswered_days"] = int(_number(oldest, LONGEST_DAYS, "/oldest"))
        if not percent and not oldest:
            raise Refusal(422, "figures_missing", pointer="/on_time")
        self.notices.publish("figures", content)
        return RedirectResponse("/so-lieu", 303)


def _number(text: str, highest: float, pointer: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= highest:
        raise Refusal(422, "figure_shape", pointer=pointer)
    return value


def _table(content: dict) -> Html:
    percent, oldest = content.get("on_time_percent"), content.get("oldest_unanswered_days")
    facts = (
        ("Tính từ", f"{day_words(content['counted_from'])} đến hết {day_words(content['counted_to'])}"),
        ("Hồ sơ đúng hạn", "chưa đếm" if percent is None else f"{percent:g} %".replace(".", ",")),
        ("Câu hỏi chờ lâu nhất", "chưa đếm" if oldest is None else f"{oldest} ngày"),
    )
    return tag("table", *(tag("tr", tag("th", name), tag("td", text)) for name, text in facts))
