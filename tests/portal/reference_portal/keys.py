"""The portal's private keys: for trial only the public demo set."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

DEMO_FILE = Path(__file__).resolve().parent.parent / "demo_private_keys.json"


@dataclass(frozen=True)
class PrivateKeys:
    """Opens what was sealed, signs what was stored."""

    sealing: dict[str, X25519PrivateKey]
    signing_kid: str
    signing: Ed25519PrivateKey
    is_demo: bool = True

    def public_list(self) -> dict:
        """Return the key list a kiosk reads: whom to seal to, whose signatures to believe."""
        return {
            "v": 1,
            "demo": self.is_demo,
            "sealing": [
                {"kid": kid, "public": _public(key), "role": "escrow" if "escrow" in kid else "portal"}
                for kid, key in self.sealing.items()
            ],
            "acknowledging": [{"kid": self.signing_kid, "public": _public(self.signing)}],
        }

    def sign(self, value: object) -> dict[str, str]:
        """Return the `sig` member over the canonical JSON of `value`."""
        signature = self.signing.sign(rfc8785.dumps(value))
        return {"kid": self.signing_kid, "value": base64.b64encode(signature).decode()}


def _public(key: X25519PrivateKey | Ed25519PrivateKey) -> str:
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def read_keys(path: Path = DEMO_FILE) -> PrivateKeys:
    found = json.loads(path.read_text("utf-8"))
    kid, signing = next(iter(found["acknowledging"].items()))
    return PrivateKeys(
        sealing={
            name: X25519PrivateKey.from_private_bytes(base64.b64decode(raw))
            for name, raw in found["sealing"].items()
        },
        signing_kid=kid,
        is_demo=found.get("demo", True),
        signing=Ed25519PrivateKey.from_private_bytes(base64.b64decode(signing)),
    )
