"""The tool that makes repositories, as an operator types it."""

import pytest

from offline_cache.trust.anchor import pin_root
from offline_cache.trust.repository import SignedRepository
from tests.fakes.clock import FakeClock
from tests.trust.__main__ import main
from tests.trust.demo import SHIPPED_ROOT


class Desk:
    """An operator with a key folder and a repository, and a kiosk that was enrolled at the start."""

    def __init__(self, folder, printed) -> None:
        self.folder, self.printed = folder, printed
        self.repository, self.keys, self.file = folder / "repository", folder / "keys", folder / "file"
        said = self.types("new")
        pin_root(folder / "home", said[-64:], demo_root=SHIPPED_ROOT.read_bytes())

    def types(self, action: str, *more: str) -> str:
        main([action, str(self.repository), "--keys", str(self.keys), *more])
        return self.printed.readouterr().out.strip()

    def publishes(self, content: bytes, version: str = "") -> None:
        self.file.write_bytes(content)
        self.types("publish", f"settings.toml={self.file}" + (f"@{version}" if version else ""))

    def kiosk_gets(self):
        kiosk = SignedRepository(
            self.folder / "home", demo=False, demo_root=SHIPPED_ROOT.read_bytes(), clock=FakeClock()
        )
        return kiosk.fetch(str(self.repository)).new


@pytest.fixture
def desk(tmp_path, capsys):
    return Desk(tmp_path, capsys)


def test_what_is_published_arrives_with_its_version(desk):
    desk.publishes(b"one", "2026-1")

    (file,) = desk.kiosk_gets()

    assert (file.name, file.version) == ("settings.toml", "2026-1")


def test_stamping_needs_only_the_online_keys(desk):
    desk.publishes(b"one")
    for path in desk.keys.glob("*.pem"):
        if not path.name.startswith(("snapshot", "timestamp")):
            path.unlink()

    desk.types("stamp")

    assert desk.kiosk_gets()


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp"])
def test_every_role_can_be_given_new_keys_while_one_root_key_is_lost(desk, role):
    desk.kiosk_gets()
    (desk.keys / "root-2.pem").unlink()

    desk.types("rotate", "--role", role)
    desk.publishes(b"after")

    assert [file.size_bytes for file in desk.kiosk_gets()] == [5]


def test_keys_are_readable_by_their_owner_only(desk):
    assert all(path.stat().st_mode & 0o077 == 0 for path in desk.keys.iterdir())
