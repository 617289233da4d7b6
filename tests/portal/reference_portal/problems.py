"""Every refusal is application/problem+json (RFC 9457)."""

import uuid

from fastapi import Request
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

TYPE_BASE = "https://portal.example/problems/"
RETRYABLE = frozenset({408, 425, 429, 500, 502, 503, 504, 507})
TITLES = {
    400: "Nội dung gửi không đọc được",
    401: "Cần xác thực lại",
    403: "Máy này không còn được phép gửi",
    404: "Không có ở đây",
    405: "Cách gọi chưa được hỗ trợ",
    409: "Mã đã dùng với nội dung khác",
    410: "Mã này đã hết hạn",
    413: "Nội dung quá lớn",
    415: "Chỉ nhận JSON",
    422: "Nội dung chưa đúng",
    429: "Hỏi quá nhiều lần, xin chờ",
    500: "Cổng gặp sự cố",
    507: "Đã dùng hết số",
}


class Refusal(Exception):  # noqa: N818
    def __init__(self, status: int, code: str, *, pointer: str = "", headers: dict | None = None) -> None:
        self.status, self.code, self.pointer, self.headers = status, code, pointer, headers
        super().__init__(f"{status} {code} {pointer}")


def problem(status: int, code: str, *, pointer: str = "", headers: dict | None = None) -> JSONResponse:
    content = {
        "type": TYPE_BASE + code.replace("_", "-"),
        "title": TITLES.get(status, "Chưa làm được"),
        "status": status,
        "code": code,
        "retryable": status in RETRYABLE,
        "request_id": str(uuid.uuid4()),
    }
    if pointer:
        content["violations"] = [{"pointer": pointer, "code": code}]
    return JSONResponse(content, status, headers, media_type="application/problem+json")


def _allowed(request: Request) -> str:
    """Return every method of the path; the router alone names those of the first route only."""
    routes = [route for route in request.app.state.calls if route.path_regex.match(request.url.path)]
    return ", ".join(sorted({method for route in routes for method in route.methods}))


def install(app, page=lambda _request, _status, _code: None) -> None:
    """Answer every refusal; `page` returns one for a browser, or None."""

    @app.exception_handler(Refusal)
    async def refused(request: Request, refusal: Refusal):
        return page(request, refusal.status, refusal.code) or problem(
            refusal.status, refusal.code, pointer=refusal.pointer, headers=refusal.headers
        )

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException):
        codes = {404: "route_unknown", 405: "method_not_allowed"}
        code = codes.get(error.status_code, f"http_{error.status_code}")
        headers = {"Allow": _allowed(request)} if error.status_code == 405 else error.headers
        return page(request, error.status_code, code) or problem(error.status_code, code, headers=headers)

    @app.exception_handler(Exception)
    async def fault(_request: Request, _error: Exception):
        return problem(500, "server_fault")
