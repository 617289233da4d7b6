"""The tour's pages beside procedures: follow the slip just made, ask, rate, and what the hall offers."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from kiosk.domain.dossiers import ConfirmedDossier
from kiosk.domain.messages import MessageKind

if TYPE_CHECKING:
    from kiosk.app import Kiosk

Stop = tuple[str, Callable[[], None]]
_QUESTION = {
    "topic": "papers",
    "text": "Khai sinh cho cháu sinh ở nước ngoài thì mang giấy gì?",
    "contact": "",
}


def followed(kiosk: "Kiosk") -> Iterator[Stop]:
    """Yield S12: the number, the code, and where the slip on the screen now stands."""
    dossier = kiosk.way.current.place.about.get("dossier")
    if not isinstance(dossier, ConfirmedDossier):
        return
    way = kiosk.way
    yield "s12-track-number", partial(way.instead, "track")
    yield "s12-track-code", partial(way.instead, "track", number=dossier.receipt_no)
    yield "s12-track", partial(_look_up, kiosk, dossier.lookup_code)


def beside_procedures(kiosk: "Kiosk") -> Iterator[Stop]:
    """Yield the hub and the pages behind it."""
    way = kiosk.way
    yield "hub", partial(way.instead, "hub")
    for screen in ("notices", "places", "hotlines", "answers", "open_numbers", "school", "rate"):
        yield f"hub-{screen.replace('_', '-')}", partial(way.instead, screen)
    yield "ask-topic", partial(way.instead, "message_topic", kind=MessageKind.QUESTION.value)
    yield "ask-text", partial(_ask, kiosk)
    yield "ask-review", partial(way.instead, "message_review", kind=MessageKind.QUESTION.value)
    yield "ask-done", partial(_leave, kiosk)
    yield "answer-code", partial(way.instead, "answer_code")
    yield "please-wait", partial(way.instead, "please_wait", wait_s=600)
    yield "form-closed", partial(way.instead, "form_closed", code="1.001193")


def _look_up(kiosk: "Kiosk", code: str) -> None:
    from ui.screens.track.track_view_model import TrackViewModel

    view_model = kiosk.way.current.view_model
    if isinstance(view_model, TrackViewModel):
        view_model.fill(code)
        view_model.next()


def _ask(kiosk: "Kiosk") -> None:
    kiosk.visit.of_form(f"message-{MessageKind.QUESTION.value}").update(_QUESTION)
    kiosk.way.instead("message_text", kind=MessageKind.QUESTION.value)


def _leave(kiosk: "Kiosk") -> None:
    from ui.screens.message_review.message_review_view_model import MessageReviewViewModel

    view_model = kiosk.way.current.view_model
    if isinstance(view_model, MessageReviewViewModel):
        view_model.primary()
