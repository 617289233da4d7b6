"""How old the city's word is, said the same on every page that shows it."""

from kiosk.domain.portal_data import Dated, PortalBoard
from ui.dates import short_date
from ui.view_model import translated


def heard_words(board: PortalBoard) -> str:
    """Return when the portal was last heard: what a page may call its own age."""
    if board.as_of is None:
        return translated("PortalWords", "Máy chưa nhận tin từ thành phố.")
    words = translated("PortalWords", "Tin nhận lúc %1, ngày %2")
    return words.replace("%1", f"{board.as_of:%H:%M}").replace("%2", short_date(board.as_of.date()))


def dates_words(item: Dated) -> str:
    """Return from when until when something holds."""
    since = short_date(item.valid_from)
    if item.valid_to is None:
        return translated("PortalWords", "Từ ngày %1").replace("%1", since)
    words = translated("PortalWords", "Từ ngày %1 đến hết ngày %2")
    return words.replace("%1", since).replace("%2", short_date(item.valid_to))


def in_language(vietnamese: str, english: str, language: str) -> str:
    """Return the English where it is shown and the city gave one, else the Vietnamese."""
    return english if language == "en" and english else vietnamese
