"""What of the city's words holds today, and in which order it is read."""

from datetime import date

from kiosk.domain.portal_data import PublicAnswer, board_of

TODAY = date(2026, 11, 25)


def answer(item_id: str, day: int, last: int = 0) -> PublicAnswer:
    until = date(2026, 11, last) if last else None
    return PublicAnswer(
        item_id=item_id, valid_from=date(2026, 11, day), valid_to=until, question="Hỏi?", answer="Đáp."
    )


def test_the_newest_answer_comes_first_and_what_is_over_or_to_come_does_not() -> None:
    items = [answer("old", 1), answer("over", 2, last=24), answer("to come", 26), answer("new", 25)]

    board = board_of(items, TODAY, as_of=None)

    assert [item.item_id for item in board.answers] == ["new", "old"]
