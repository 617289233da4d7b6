import pytest

from kiosk.domain.setup_steps import SetupProgress, SetupStep, StepRecord, StepState, number_of
from kiosk.ports.outbox import StorageFull
from kiosk.services.setup_desk import SetupDesk
from offline_cache.setup_file import SetupFile
from tests.fakes.tasks import InlineRunner


class FullDisk:
    def read(self):
        return SetupProgress()

    def write(self, progress):
        raise StorageFull("no room")


def begun(home):
    desk = SetupDesk(InlineRunner(), SetupFile(home))
    desk.start()
    return desk


def test_the_steps_come_in_their_order_and_the_first_is_the_language():
    assert SetupProgress().next_step is SetupStep.LANGUAGE
    assert [number_of(step) for step in SetupStep] == list(range(1, 14))


def test_what_was_done_before_a_power_cut_is_known_after_it(tmp_path):
    begun(tmp_path).mark(SetupStep.LANGUAGE, StepState.DONE)
    begun(tmp_path).mark(SetupStep.TURN, StepState.SKIPPED)
    begun(tmp_path).mark(SetupStep.CARD, StepState.DONE, "4.034")

    progress = begun(tmp_path).progress
    assert progress.next_step is SetupStep.HEIGHT
    assert progress.value(SetupStep.CARD) == "4.034"
    assert progress.count(StepState.SKIPPED) == 1


def test_a_step_left_out_keeps_what_was_done_before():
    done = SetupProgress().with_record(StepRecord(step=SetupStep.CARD, state=StepState.DONE, value="4"))

    assert done.with_record(StepRecord(step=SetupStep.CARD, state=StepState.SKIPPED)) == done


def test_once_every_step_was_gone_through_none_comes_next(tmp_path):
    desk = begun(tmp_path)
    for step in SetupStep:
        desk.mark(step, StepState.SKIPPED)

    assert desk.progress.next_step is None
    desk.begin_anew()
    assert desk.progress == SetupProgress()


def test_a_disk_that_keeps_nothing_does_not_stop_the_set_up():
    desk = SetupDesk(InlineRunner(), FullDisk())
    told = []
    stop = desk.watch(lambda: told.append(desk.progress.next_step))
    desk.mark(SetupStep.LANGUAGE, StepState.DONE)
    stop()
    desk.mark(SetupStep.TURN, StepState.DONE)

    assert told == [SetupStep.TURN]
    assert desk.progress.next_step is SetupStep.CARD


@pytest.mark.parametrize("damage", [b"{", b'{"said":{"records":[]},"sha256":"0"}'])
def test_progress_that_cannot_be_believed_counts_as_none(tmp_path, damage):
    begun(tmp_path).mark(SetupStep.LANGUAGE, StepState.DONE)
    (tmp_path / "staff" / "setup.json").write_bytes(damage)

    assert begun(tmp_path).progress == SetupProgress()


def test_after_a_step_comes_the_next_open_one_and_at_the_end_the_first_left_open(tmp_path):
    desk = begun(tmp_path)
    desk.mark(SetupStep.NETWORK, StepState.DONE)
    assert desk.progress.open_after(SetupStep.SCANNER) is SetupStep.ENROLMENT
    desk.mark(SetupStep.ENROLMENT, StepState.DONE)
    desk.mark(SetupStep.NAME, StepState.DONE)

    assert desk.progress.open_after(SetupStep.NAME) is SetupStep.LANGUAGE
