"""HTML that escapes by itself: a child that is text is text, only `tag` makes markup."""

from html import escape
from urllib.parse import parse_qs, urlparse

from fastapi import Request
from fastapi.responses import HTMLResponse

from tests.portal.reference_portal.problems import Refusal

STYLE = """
body{font:18px/1.5 system-ui,sans-serif;margin:0;background:#f6f4ef;color:#1c1917}
header{background:#7f1d1d;color:#fff;padding:16px 32px}
header a{color:#fff;text-decoration:none;margin-right:32px}
main{max-width:1040px;margin:24px auto;padding:0 24px}
table{border-collapse:collapse;width:100%;background:#fff}
th,td{text-align:left;padding:12px 16px;border-bottom:1px solid #e7e5e4;vertical-align:top}
th{font-weight:600;color:#57534e}td.number{font-weight:600;white-space:nowrap}
.state{font-weight:600}.note{color:#57534e}.card{background:#fff;padding:8px 24px 24px;margin:16px 0}
.warning{background:#fef3c7;padding:12px 16px}
input,textarea,select,button{font:inherit;padding:10px 14px}
textarea{width:100%;box-sizing:border-box}button{background:#166534;color:#fff;border:0;cursor:pointer}
button.refuse{background:#991b1b}form{margin:12px 0}td form{margin:0}
label{display:block;margin:16px 0;font-weight:600}a{color:#1d4ed8}
input,textarea,select{border:1px solid #78716c;border-radius:4px;background:#fff;font-weight:400}
button{border-radius:4px;font-weight:600;min-height:48px}form.find{display:flex;gap:16px;align-items:flex-end}
form.find label{margin:0}label input,label select{display:block;margin-top:4px;width:380px;max-width:100%;
box-sizing:border-box}label textarea{display:block;margin-top:4px;min-height:96px}
form+form{border-top:1px solid #e7e5e4;margin-top:32px;padding-top:8px}
:focus-visible{outline:3px solid #1d4ed8}
"""


POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"


class Html(str):
    """Finished markup."""

    __slots__ = ()


def tag(name: str, /, *children: str, **attributes: str) -> Html:
    """Return an element; texts among `children` and all attribute values are escaped. `class_` is class."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items()
    )
    inner = "".join(child if isinstance(child, Html) else escape(child) for child in children)
    if name in {"input", "meta", "br"}:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{inner}</{name}>")


SECTIONS = (
    ("Câu hỏi, góp ý", "/hoi-dap"),
    ("Thông báo", "/thong-bao"),
    ("Số liệu", "/so-lieu"),
    ("Máy ở sảnh", "/may"),
)


def page(title: str, *content: str) -> str:
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        Html(f"<style>{STYLE}</style>"),
    )
    top = tag(
        "header",
        tag("a", "Cổng mẫu · Phiếu khai trước từ máy ở sảnh", href="/"),
        *(tag("a", text, href=where) for text, where in SECTIONS),
    )
    body = tag("body", top, tag("main", tag("h1", title), *content))
    return "<!doctype html>" + tag("html", head, body, lang="vi")


def html_answer(text: str) -> HTMLResponse:
    headers = {
        "Content-Security-Policy": POLICY,
        "Cache-Control": "no-store",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    return HTMLResponse(text, headers=headers)


async def form_of(request: Request) -> dict[str, str]:
    """Return what a page of ours sent; a form of another site is refused."""
    origin = request.headers.get("Origin")
    if origin is not None and urlparse(origin).netloc != request.headers.get("Host"):
        raise Refusal(403, "other_origin")
    sent = parse_qs((await request.body()).decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[0] for name, values in sent.items()}


def time_words(text: str) -> str:
    """2026-11-24T09:42:00+07:00 -> 09:42 24/11/2026."""
    return f"{text[11:16]} {day_words(text)}"


def day_words(text: str) -> str:
    """2026-11-24 -> 24/11/2026."""
    return f"{text[8:10]}/{text[5:7]}/{text[:4]}"
