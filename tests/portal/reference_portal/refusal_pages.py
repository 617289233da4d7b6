"""What an officer reads where a page cannot do what was asked; kiosks and programs get problem+json."""

from fastapi import Request
from fastapi.responses import HTMLResponse

from tests.portal.reference_portal.pages import html_answer, page, tag
from tests.portal.reference_portal.problems import TITLES

SENTENCES = {
    "state_unknown": "Chọn một trạng thái trong danh sách.",
    "reason_missing": "Viết lý do bằng vài từ để người dân hiểu.",
    "already_decided": "Đã có người quyết định phiếu này. Mở lại phiếu để xem.",
    "not_decided_yet": "Tiếp nhận hoặc không tiếp nhận trước, rồi mới ghi trạng thái.",
    "dossier_unknown": "Không tìm thấy phiếu này. Tìm lại theo số PK.",
    "dossier_code_shape": "Xem lại mã hồ sơ trên giấy tiếp nhận, thí dụ H26.00.00-261124-0042.",
    "due_shape": "Chọn lại ngày giờ hẹn trả.",
    "answer_missing": "Viết câu trả lời trước khi gửi.",
    "title_missing": "Viết tiêu đề cho thông báo.",
    "item_unknown": "Thông báo này không còn nữa.",
    "point_missing": "Ghi mã và tên điểm phục vụ.",
    "kiosk_unknown": "Không có máy này.",
    "message_unknown": "Không tìm thấy câu hỏi này.",
    "day_shape": "Chọn lại ngày.",
    "days_swapped": "Ngày cuối phải sau ngày đầu.",
    "figures_missing": "Ghi ít nhất một con số.",
    "figure_shape": "Ghi lại con số, thí dụ 98,7.",
    "other_origin": "Mở trang cán bộ rồi làm lại ở đó.",
    "route_unknown": "Không có trang này.",
}


def refusal_page(request: Request, status: int, code: str) -> HTMLResponse | None:
    """Return the page for a browser, None for everyone else."""
    if request.url.path.startswith("/kiosk/") or "text/html" not in request.headers.get("Accept", ""):
        return None
    said = tag("p", SENTENCES.get(code, "Thử lại sau ít phút."), class_="warning", role="alert", id="refusal")
    back = tag("p", tag("a", "Về danh sách phiếu", href="/"))
    answer = html_answer(page(TITLES.get(status, "Chưa làm được"), said, back))
    answer.status_code = status
    return answer
