"""What a procedure is called on the screen."""

from kiosk.domain.catalogue import Procedure
from ui.facts import bare_name
from ui.reading import shortened


def whole_name(procedure: Procedure, language: str) -> str:
    """Return our plain name, else the official one, whole."""
    text = procedure.text(language)
    return text.name if text is not None else bare_name(procedure.name)


def plain_name(procedure: Procedure, language: str) -> str:
    """Return the name short enough to stand above a list; the page of the procedure shows it whole."""
    return shortened(whole_name(procedure, language), 90)
