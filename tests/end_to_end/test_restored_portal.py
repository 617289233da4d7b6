"""A portal put back from a copy older than something a kiosk relies on beside its dossiers."""

import pytest

from kiosk.services.synchronise import Line
from tests.end_to_end.test_care import Cared
from tests.end_to_end.test_enrolment import enrolled, qr
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
