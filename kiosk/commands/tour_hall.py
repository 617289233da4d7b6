"""The tour's pages beside procedures: follow the slip just made, ask, rate, and what the hall offers."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from kiosk.commands.tour_news import publish_made_up_news
from kiosk.domain.dossiers import ConfirmedDossier
from kiosk.domain.messages import MessageKind

if TYPE_CHECKING:
    from kiosk.app import Kiosk

Stop = tuple[str, Callable[[], None]]
_CODE = "1.001193"
_QUESTION = {
    "topic": "papers",
    "text": "Khai sinh cho cháu sinh ở nước ngoài thì mang giấy gì?",
    "contact": "",
}


def followed(kiosk: "Kiosk") -> Iterator[Stop]:
    """Yield S12: the number, the code, where the slip on the screen now stands, and taking it back."""
    dossier = kiosk.way.current.place.about.get("dossier")
    if not isinstance(dossier, ConfirmedDossier):
        return
    way = kiosk.way
    yield "s12-track-number", partial(way.instead, "track")
    yield "s12-track-code", partial(way.instead, "track", number=dossier.receipt_no)
    yield "s12-track", partial(_look_up, kiosk, dossier.lookup_code)
    yield "s12-withdraw", partial(_take_back, kiosk)


def beside_procedures(kiosk: "Kiosk") -> Iterator[Stop]:
    """Yield the hub and the pages behind it, first as they are before the city said anything."""
    way = kiosk.way
    for screen in ("notices", "answers", "poll"):
        yield f"hub-{screen}-none", partial(way.instead, screen)
    publish_made_up_news(kiosk)
    yield "hub", partial(way.instead, "hub")
    for screen in ("notices", "places", "hotlines", "answers", "open_numbers", "school", "poll", "rate"):
        yield f"hub-{screen.replace('_', '-')}", partial(way.instead, screen)
    yield "hub-rate-reasons", partial(_touch, kiosk, "2")
    yield "hub-rate-thanks", partial(_touch, kiosk, "small")
    yield "keep-place", partial(way.instead, "keep_place", code=_CODE)
    yield "return-place", partial(way.instead, "return_place")
    yield "ask-topic", partial(way.instead, "message_topic", kind=MessageKind.QUESTION.value)
    yield "ask-text", partial(_ask, kiosk)
    yield "ask-contact", partial(way.instead, "message_contact", kind=MessageKind.QUESTION.value)
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


def _take_back(kiosk: "Kiosk") -> None:
    from ui.screens.track_result.track_result_view_model import TrackResultViewModel

    view_model = kiosk.way.current.view_model
    if isinstance(view_model, TrackResultViewModel):
        view_model.withdraw()


def _touch(kiosk: "Kiosk", key: str) -> None:
    """Touch a row of the page shown."""
    from ui.rows_page import RowsPageViewModel

    view_model = kiosk.way.current.view_model
    if isinstance(view_model, RowsPageViewModel):
        view_model.open(key)


def _ask(kiosk: "Kiosk") -> None:
    kiosk.visit.of_form(f"message-{MessageKind.QUESTION.value}").update(_QUESTION)
    kiosk.way.instead("message_text", kind=MessageKind.QUESTION.value)


def _leave(kiosk: "Kiosk") -> None:
    from ui.screens.message_review.message_review_view_model import MessageReviewViewModel

    view_model = kiosk.way.current.view_model
    if isinstance(view_model, MessageReviewViewModel):
        view_model.primary()
