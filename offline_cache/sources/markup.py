"""Taking markup out of official texts: tags go, words stay, scripts go whole.

Nothing ever interprets these texts, so this is for the eye: `<b>Bản sao</b>` reads as `Bản sao`, and a
comparison such as `< 50 m2` is no tag. All patterns run in linear time on any input.
"""

import html
import re

_BLOCKS = "p|br|div|li|ul|ol|tr|table|tbody|thead|h[1-6]|hr|section|article|blockquote|pre"
_INLINE = (
    "a|abbr|b|big|body|button|center|code|col|colgroup|dd|dl|dt|em|embed|font|footer|form|frame|head|header|html"
    "|i|iframe|img|input|label|link|main|meta|nav|object|option|s|select|small|span|strike|strong|sub|sup|svg|td"
    "|textarea|tfoot|th|title|u|video|audio|source|base"
)
# Closed or not: what follows an opened script is never words.
_HIDDEN = re.compile(r"<(script|style)\b[^<>]*>(?:.*?</\1\s*>|.*\Z)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--(?:.*?-->|.*\Z)", re.DOTALL)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCKS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
# Any other tag: a name of HTML, one of Word's (o:p), or one with attributes.
_TAG = re.compile(
    rf"</?(?:(?:{_INLINE}|script|style)(?:\s[^<>]*)?|[a-z]+:[a-z]+(?:\s[^<>]*)?|[a-z][a-z0-9-]*\s[^<>=]*=[^<>]*)/?>"
    r"|<!doctype[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_MAX_ROUNDS = 4  # of what was escaped again and again


def without_markup(text: str) -> str:
    """Return the words of `text`: entities decoded, tags removed, blocks ended by a line break."""
    for _ in range(_MAX_ROUNDS):
        plain = _one_round(text) if "<" in text or "&" in text else text
        if plain == text:
            break
        text = plain
    return text


def _one_round(text: str) -> str:
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    if "<" not in text:
        return text
    text = _COMMENT.sub(" ", _HIDDEN.sub(" ", text))
    return _TAG.sub("", _BLOCK_TAG.sub("\n", text))
