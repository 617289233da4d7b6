"""HTML that escapes by itself: a child that is text is text, only `tag` makes markup."""

from html import escape

STYLE = """
body{font:18px/1.5 system-ui,sans-serif;margin:0;background:#f6f4ef;color:#1c1917}
header{background:#7f1d1d;color:#fff;padding:16px 32px}header a{color:#fff;text-decoration:none}
main{max-width:1040px;margin:24px auto;padding:0 24px}
table{border-collapse:collapse;width:100%;background:#fff}
th,td{text-align:left;padding:12px 16px;border-bottom:1px solid #e7e5e4;vertical-align:top}
th{font-weight:600;color:#57534e}td.number{font-weight:600;white-space:nowrap}
.state{font-weight:600}.note{color:#57534e}.card{background:#fff;padding:8px 24px 24px;margin:16px 0}
.warning{background:#fef3c7;padding:12px 16px}
input,textarea,button{font:inherit;padding:10px 14px}
textarea{width:100%;box-sizing:border-box}button{background:#166534;color:#fff;border:0;cursor:pointer}
button.refuse{background:#991b1b}form{margin:12px 0}:focus-visible{outline:3px solid #1d4ed8}
"""


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


def page(title: str, *content: str) -> str:
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        Html(f"<style>{STYLE}</style>"),
    )
    top = tag("header", tag("a", "Cổng mẫu · Phiếu khai trước từ máy ở sảnh", href="/"))
    body = tag("body", top, tag("main", tag("h1", title), *content))
    return "<!doctype html>" + tag("html", head, body, lang="vi")
