"""The portal's private keys: the public trial set for demo kiosks, its own for enrolled ones."""

import base64
import json
import secrets
from dataclasses import dataclass
from pathlib import Path

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

PUBLIC_LIST = "portal-keys.json"
DEMO_FILE = Path(__file__).resolve().parent.parent / "demo_private_keys.json"


@dataclass
class PrivateKeys:
    """Opens what was sealed, signs what was stored; the newest signing key is the last.

    The trial set is public and shipped; the portal's own set is made at its first start and can be rotated.
    """

    sealing: dict[str, X25519PrivateKey]
    signing: dict[str, Ed25519PrivateKey]
    is_demo: bool = True

    def sign(self, value: object, trusted: frozenset[str] = frozenset()) -> dict[str, str]:
        """Return the `sig` member over the canonical JSON of `value`, by the newest key the reader trusts."""
        kids = [kid for kid in self.signing if kid in trusted] or list(self.signing)
        signature = self.signing[kids[-1]].sign(rfc8785.dumps(value))
        return {"kid": kids[-1], "value": base64.b64encode(signature).decode()}

    def public_list(self) -> dict:
        """Return the key list a kiosk reads: whom to seal to, whose signatures to believe."""
        return {
            "v": 1,
            "demo": self.is_demo,
            "sealing": [
                {"kid": kid, "public": _public(key), "role": "escrow" if "escrow" in kid else "portal"}
                for kid, key in self.sealing.items()
            ],
            "acknowledging": [{"kid": kid, "public": _public(key)} for kid, key in self.signing.items()],
        }

    def joined(self, other: "PrivateKeys") -> "PrivateKeys":
        """Return a set that opens and signs with both."""
        return PrivateKeys(self.sealing | other.sealing, self.signing | other.signing, self.is_demo)


def read_keys(path: Path = DEMO_FILE) -> PrivateKeys:
    found = json.loads(path.read_text("utf-8"))
    return PrivateKeys(
        sealing={
            kid: X25519PrivateKey.from_private_bytes(base64.b64decode(raw))
            for kid, raw in found["sealing"].items()
        },
        signing={
            kid: Ed25519PrivateKey.from_private_bytes(base64.b64decode(raw))
            for kid, raw in found["acknowledging"].items()
        },
        is_demo=found.get("demo", True),
    )


def own_keys(path: Path) -> PrivateKeys:
    """Return the portal's own keys, made where there are none; the public list lies beside them."""
    if not path.exists():
        _write(path, {"demo": False, "sealing": {"escrow-1": _new()}, "acknowledging": {}})
        rotate(path)
    return read_keys(path)


def rotate(path: Path) -> PrivateKeys:
    """Add a sealing and a signing key; the old ones stay: rows sealed to them are still on their way."""
    found = json.loads(path.read_text("utf-8"))
    number = len(found["acknowledging"]) + 1
    found["sealing"] |= {f"seal-{number}": _new()}
    found["acknowledging"] |= {f"ack-{number}": _new()}
    _write(path, found)
    keys = read_keys(path)
    path.with_name(PUBLIC_LIST).write_bytes(rfc8785.dumps(keys.public_list()))
    return keys


def _new() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()  # any 32 bytes are a key of both kinds


def _write(path: Path, found: dict) -> None:
    """Replace by rename: a half-written file would be the loss of every private key."""
    fresh = path.with_name(path.name + ".new")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(found), "utf-8")
    fresh.replace(path)


def _public(key: X25519PrivateKey | Ed25519PrivateKey) -> str:
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()
