"""A portal put back from a copy older than something a kiosk relies on beside its dossiers."""

import pytest

from kiosk.services.receive_changes import ReceiveChanges
from kiosk.services.synchronise import Line
from tests.end_to_end.test_care import Cared
from tests.end_to_end.test_enrolment import enrolled, qr
from tests.fakes.tasks import InlineRunner
from tests.portal.fixtures import running
from tests.portal.reference_portal import keeping

DAY_S = 86_400


@pytest.mark.parametrize("rotations", [1, 2])
def test_a_kiosk_whose_new_key_the_restored_portal_never_heard_of_gets_in_by_itself(tmp_path, rotations):
    folder = tmp_path / "portal"
    with running(folder) as portal:
        enrolled(tmp_path / "home", qr(portal))
        kiosk = Cared(tmp_path / "home")
        kiosk.beat()
        keeping.backup(folder, tmp_path / "copies")
        for _ in range(rotations):
            kiosk.clock.advance(31 * DAY_S)
            kiosk.beat()
        kiosk.submit("signed with the newest key")
    (copy,) = (tmp_path / "copies").iterdir()
    keeping.restore(folder, copy)

    with running(folder, port=portal.port) as again:
        kiosk.sync.nudge()

        assert kiosk.sync.state().line is Line.ONLINE, kiosk.sync.state().reason
        assert kiosk.sync.state().waiting == 0
        assert len(again.storage.find()) == 1
    kiosk.close()


def test_rows_of_every_key_the_restored_portal_never_heard_of_are_taken(tmp_path):
    """The key was changed twice since the copy: what lay between was signed with neither end."""
    folder = tmp_path / "portal"
    with running(folder) as portal:
        enrolled(tmp_path / "home", qr(portal))
        kiosk = Cared(tmp_path / "home")
        kiosk.beat()
        keeping.backup(folder, tmp_path / "copies")
        for key in ("first", "second", "third"):
            kiosk.submit(f"signed with the {key} key")
            kiosk.clock.advance(31 * DAY_S)
            kiosk.beat()
    (copy,) = (tmp_path / "copies").iterdir()
    keeping.restore(folder, copy)

    with running(folder, port=portal.port) as again:
        kiosk.sync.nudge()

        assert kiosk.sync.state().waiting == 0, kiosk.files.outbox.counts()
        assert len(again.storage.find()) == 3
    kiosk.close()


def test_first_the_wrong_copy_put_back_and_then_the_right_one_leaves_nobody_outside(tmp_path):
    """What the second copy holds was stored before the first restore: its word must still be believed."""
    folder = tmp_path / "portal"
    with running(folder) as portal:
        enrolled(tmp_path / "home", qr(portal))
        kiosk = Cared(tmp_path / "home")
        keeping.backup(folder, tmp_path / "early")
        kiosk.submit("in the second copy alone")
        kiosk.sync.nudge()
        keeping.backup(folder, tmp_path / "late")
    for copies in ("early", "late"):
        (copy,) = (tmp_path / copies).iterdir()
        keeping.restore(folder, copy)

    with running(folder, port=portal.port) as again:
        kiosk.submit("after it")
        kiosk.sync.nudge()

        assert kiosk.sync.state().line is Line.ONLINE, kiosk.sync.state().reason
        assert kiosk.sync.state().waiting == 0
        assert len(again.storage.find()) == 2
    kiosk.close()


def test_a_decision_the_restored_portal_does_not_know_is_no_longer_shown(tmp_path):
    """The portal wins on states, also where it knows less than it said once."""
    folder = tmp_path / "portal"

    def shown() -> int:
        kiosk.sync.nudge()
        receive.run()
        (known,) = kiosk.files.tracking.known(told.receipt_no)
        return known.status.status

    with running(folder) as portal:
        enrolled(tmp_path / "home", qr(portal))
        kiosk = Cared(tmp_path / "home")
        receive = ReceiveChanges(
            InlineRunner(), kiosk.files.outbox, kiosk.files.portal_data, kiosk.portal, kiosk.clock
        )
        told = kiosk.submit("a")
        kiosk.sync.nudge()
        portal.storage.set_status(told.dossier_id, 2)
        keeping.backup(folder, tmp_path / "copies")
        portal.storage.set_status(told.dossier_id, 9)
        assert shown() == 9
    (copy,) = (tmp_path / "copies").iterdir()
    keeping.restore(folder, copy)

    with running(folder, port=portal.port):
        assert shown() == 2
    kiosk.close()


def test_what_was_sent_between_two_restores_is_sent_again_where_the_second_copy_is_of_the_first_history(
    tmp_path,
):
    """Its sequence is below what the copy kept; but the copy was made before its time."""
    folder = tmp_path / "portal"
    copies: list = []

    def life(*keys: str, copy: bool = False) -> None:
        with running(folder, port=port) as portal:
            told.extend(kiosk.submit(key).dossier_id for key in keys)
            kiosk.sync.nudge()
            assert kiosk.sync.state().waiting == 0, kiosk.sync.state().reason
            arrived[:] = [row.dossier_id for row in portal.storage.find()]
        if copy:
            keeping.backup(folder, tmp_path / f"copy-{len(copies)}")
            copies.extend((tmp_path / f"copy-{len(copies)}").iterdir())

    with running(folder) as portal:
        enrolled(tmp_path / "home", qr(portal))
        port = portal.port
    kiosk, told, arrived = Cared(tmp_path / "home"), [], []
    life(copy=True)
    life("a", "b", copy=True)
    keeping.restore(folder, copies[0])
    life("c")
    keeping.restore(folder, copies[1])
    life()

    assert sorted(arrived) == sorted(told)
    kiosk.close()
