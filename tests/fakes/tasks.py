"""Task runners for tests: at once, or step by step."""

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from kiosk.ports.tasks import Lane

Result = TypeVar("Result")


class InlineRunner:
    """Runs work at once, on the calling thread."""

    def submit(
        self,
        lane: Lane,
        work: Callable[[], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        try:
            result = work()
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            if done is not None:
                done(result)

    def call(self, lane: Lane, work: Callable[[], Result]) -> Result:
        return work()

    def close(self) -> None:
        return


class StepRunner(InlineRunner):
    """Keeps work until a test asks for the next step, oldest first."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[Lane, Callable[[], None]]] = deque()

    def submit(self, lane, work, *, done=None, failed=None) -> None:
        self.waiting.append((lane, lambda: InlineRunner.submit(self, lane, work, done=done, failed=failed)))

    def step(self) -> Lane:
        lane, run = self.waiting.popleft()
        run()
        return lane

    def run_all(self) -> None:
        while self.waiting:
            self.step()
