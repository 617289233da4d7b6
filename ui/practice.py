"""A pupil's visit: every page of the way, and nothing that leaves a word, a star or a number anywhere."""

from ui.navigation import Place

LESSON = "school"
# The place kept holds somebody's real answers: they do not belong among made-up ones.
_NOT_PRACTISED = frozenset(
    {
        *("message_topic", "message_text", "message_contact", "message_review", "rate", "poll"),
        *("slip_done", "keep_place", "return_place"),
    }
)


def practice_place(place: Place, *, practice: bool) -> Place:
    """Return where a touch leads: in a pupil's visit to the lesson instead of a page that sends or keeps."""
    return Place(screen=LESSON) if practice and place.screen in _NOT_PRACTISED else place
