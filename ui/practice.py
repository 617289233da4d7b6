"""A pupil's visit: every page of the way, and nothing that leaves a word, a star or a number anywhere."""

from ui.navigation import Place

LESSON = "school"
_LEAVES_SOMETHING = frozenset(
    {"message_topic", "message_text", "message_contact", "message_review", "rate", "poll", "slip_done"}
)


def practice_place(place: Place, *, practice: bool) -> Place:
    """Return where a touch leads: in a pupil's visit to the lesson instead of a page that sends."""
    return Place(screen=LESSON) if practice and place.screen in _LEAVES_SOMETHING else place
