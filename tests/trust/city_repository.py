"""A signed repository as the city runs it: makes keys, publishes files, stamps, rotates keys.

Tree: `metadata/` (n.root.json, n.targets.json, n.snapshot.json, timestamp.json) and `targets/` (sha256.name).
Root needs 2 of 3 keys and lives ten years, targets 400 days, snapshot and timestamp 90 days.
"""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

LIVES = {
    "root": timedelta(days=3650),
    "targets": timedelta(days=400),
    "snapshot": timedelta(days=90),
    "timestamp": timedelta(days=90),
}
KEY_COUNTS = {"root": 3, "targets": 1, "snapshot": 1, "timestamp": 1}
THRESHOLDS = {"root": 2, "targets": 1, "snapshot": 1, "timestamp": 1}
ROLES = tuple(LIVES)
_SERIALIZER = JSONSerializer(compact=False)
Keys = dict[str, list[CryptoSigner]]


def new_keys(counts: dict[str, int] | None = None) -> Keys:
    return {
        role: [CryptoSigner.generate_ed25519() for _ in range(count)]
        for role, count in (counts or KEY_COUNTS).items()
    }


def write_keys(keys: Keys, folder: Path) -> None:
    """Write `root-1.pem` … into `folder`, readable by their owner only."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for role, signers in keys.items():
        for number, signer in enumerate(signers, start=1):
            path = folder / f"{role}-{number}.pem"
            path.touch(mode=0o600, exist_ok=False)
            path.write_bytes(signer.private_bytes)


def read_keys(folder: Path) -> Keys:
    """Read the keys that are here: offline keys may lie on another medium, so roles may be missing."""
    return {
        role: [
            CryptoSigner(load_pem_private_key(path.read_bytes(), None))
            for path in sorted(folder.glob(f"{role}-*.pem"))
        ]
        for role in ROLES
    }


def read_demo_keys(path: Path) -> Keys:
    found = json.loads(path.read_text("utf-8"))["seeds"]
    return {
        role: [
            CryptoSigner(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))) for seed in found[role]
        ]
        for role in ROLES
    }


@dataclass
class CityRepository:
    """The repository in `folder`, signed with `keys` as if it were `now`."""

    folder: Path
    keys: Keys
    now: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))
    thresholds: dict[str, int] = field(default_factory=lambda: dict(THRESHOLDS))
    lives: dict[str, timedelta] = field(default_factory=lambda: dict(LIVES))
    first_edition: int = 1

    @property
    def metadata(self) -> Path:
        return self.folder / "metadata"

    def create(self) -> None:
        """Write the first root and an empty set of files. Needs every key."""
        self._sign_root(self.first_root())
        self.publish({})

    def first_root(self) -> Root:
        root = Root(version=1, expires=self._ends("root"), consistent_snapshot=True)
        for role in ROLES:
            for signer in self.keys[role]:
                root.add_key(signer.public_key, role)
            root.roles[role].threshold = self.thresholds[role]
        return root

    def root_sha256(self) -> str:
        """The SHA-256 of the newest root: what the enrolment code carries."""
        return hashlib.sha256(self._newest("root").read_bytes()).hexdigest()

    def publish(self, files: dict[str, bytes], versions: dict[str, str] | None = None) -> None:
        """Add or replace files; needs the targets, snapshot and timestamp keys."""
        targets = self._next(Targets)
        for name, content in files.items():
            info = self._stored(name, content)
            if versions and name in versions:
                info.unrecognized_fields["custom"] = {"version": versions[name]}
            targets.targets[name] = info
        targets.expires = self._ends("targets")
        self._write(targets, f"{targets.version}.targets.json")
        self.stamp()

    def withdraw(self, name: str) -> None:
        targets = self._next(Targets)
        del targets.targets[name]
        self._write(targets, f"{targets.version}.targets.json")
        self.stamp()

    def delegate(self, role: str, name: str, signer: CryptoSigner) -> None:
        """Let another key, such as a ward's, sign one file by its name."""
        targets = self._next(Targets)
        own = DelegatedRole(role, [], 1, terminating=True, paths=[name])
        targets.delegations = Delegations({}, {role: own})
        targets.add_key(signer.public_key, role)
        targets.expires = self._ends("targets")
        self._write(targets, f"{targets.version}.targets.json")
        self.publish_as(role, {}, signer)

    def publish_as(self, role: str, files: dict[str, bytes], signer: CryptoSigner) -> None:
        """Publish files in a delegated role, signed with its own key."""
        own = self._next(Targets, role)
        own.expires = self._ends("targets")
        for name, content in files.items():
            own.targets[name] = self._stored(name, content)
        self._write(own, f"{own.version}.{role}.json", signers=[signer])
        self.stamp(role)

    def stamp(self, *delegated: str) -> None:
        """Sign snapshot and timestamp anew, as is due within 90 days; needs only the online keys."""
        snapshot = self._next(Snapshot)
        for role in ("targets", *delegated):
            newest = self._newest(role)
            snapshot.meta[f"{role}.json"] = MetaFile(
                version=int(newest.name.partition(".")[0]),
                hashes={"sha256": hashlib.sha256(newest.read_bytes()).hexdigest()},
            )
        snapshot.expires = self._ends("snapshot")
        self._write(snapshot, f"{snapshot.version}.snapshot.json")
        timestamp = self._next(Timestamp)
        timestamp.expires = self._ends("timestamp")
        timestamp.snapshot_meta = MetaFile(version=snapshot.version)
        timestamp.unrecognized_fields["signed_at"] = self.now.isoformat()
        self._write(timestamp, "timestamp.json")

    def rotate(self, role: str, fresh: list[CryptoSigner]) -> None:
        """Replace the keys of `role`; a new root is signed by the old root keys and the new ones."""
        root = self._load("root")
        for keyid in list(root.roles[role].keyids):
            root.revoke_key(keyid, role)
        for signer in fresh:
            root.add_key(signer.public_key, role)
        root.version += 1
        root.expires = self._ends("root")
        before = self.keys[role]
        self.keys[role] = fresh
        self._sign_root(root, more=before if role == "root" else [])
        if role == "targets":
            self.publish({})
        elif role != "root":
            self.stamp()

    def _stored(self, name: str, content: bytes) -> TargetFile:
        info = TargetFile.from_data(name, content, ["sha256"])
        path = self.folder / "targets" / f"{info.hashes['sha256']}.{name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return info

    def _sign_root(self, root: Root, more: list[CryptoSigner] | None = None) -> None:
        self._write(root, f"{root.version}.root.json", signers=[*self.keys["root"], *(more or [])])

    def _write(self, signed, name: str, signers: list[CryptoSigner] | None = None) -> None:
        metadata = Metadata(signed)
        for signer in signers if signers is not None else self.keys[signed.type]:
            metadata.sign(signer, append=True)
        self.metadata.mkdir(parents=True, exist_ok=True)
        beside = self.metadata / f".{name}.new"
        beside.write_bytes(metadata.to_bytes(_SERIALIZER))
        beside.replace(self.metadata / name)

    def _newest(self, role: str) -> Path:
        if role == "timestamp":
            return self.metadata / "timestamp.json"
        paths = self.metadata.glob(f"*.{role}.json")
        return max(paths, key=lambda path: int(path.name.partition(".")[0]), default=self.metadata / "none")

    def _load(self, role: str):
        path = self._newest(role)
        return Metadata.from_bytes(path.read_bytes()).signed if path.exists() else None

    def _next(self, kind, role: str = ""):
        """The newest metadata of a kind with its version counted up; the first where there is none."""
        signed = self._load(role or kind.type)
        if signed is None:
            return kind(version=self.first_edition)
        signed.version += 1
        return signed

    def _ends(self, role: str) -> datetime:
        return self.now + self.lives[role]
