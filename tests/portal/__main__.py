"""Run or look after the reference portal.

python -m tests.portal [--port 8400] [--data FOLDER] [--database URL]   run it, with demo data
python -m tests.portal backup|restore|rotate|order|take|revoke|enrol --data FOLDER …   look after it
"""

import argparse
import sys
import tempfile
from pathlib import Path

import qrcode
import uvicorn

from tests.portal.reference_portal.app import ReferencePortal
from tests.portal.reference_portal.carried import take
from tests.portal.reference_portal.demo_data import publish_demo
from tests.portal.reference_portal.keeping import CannotKeep, backup, found, held, order, restore, revoke
from tests.portal.reference_portal.keys import PUBLIC_LIST, rotate
from tests.portal.reference_portal.protocol import DEMO_POINT, ticket

ORDERS = ("pause_intake", "resume_intake", "resend_after", "retry_parked", "rotate_key")


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return options.act(options)
    except CannotKeep as error:
        print(error, file=sys.stderr)
        return 1


def serve(options: argparse.Namespace) -> int:
    folder = options.data or Path(tempfile.mkdtemp(prefix="reference-portal-"))
    with held(folder):
        return _served(options, folder)


def _served(options: argparse.Namespace, folder: Path) -> int:
    portal = ReferencePortal(folder, url=options.database)
    publish_demo(portal)
    config = uvicorn.Config(portal.asgi, host=options.host, port=options.port, log_level="warning")
    server = uvicorn.Server(config)
    socket = config.bind_socket()
    url = f"http://{options.host}:{socket.getsockname()[1]}"
    print(f"Cổng mẫu đang chạy: {url}/", flush=True)
    print(f"Trang cán bộ: cùng địa chỉ. Dữ liệu: {folder}. Dừng: Ctrl+C.", flush=True)
    _show_ticket(portal, url)
    server.run(sockets=[socket])
    portal.close()
    return 0


def _show_ticket(portal: ReferencePortal, url: str) -> None:
    """Print a one-time enrolment QR, and the same as text for `kiosk portal enrol`."""
    text = ticket(url, portal.protocol.fleet.new_code(*DEMO_POINT), portal.protocol.own)
    code = qrcode.QRCode(border=2)
    code.add_data(text)
    print("Mã ghi danh cho một máy, dùng một lần trong một ngày:", flush=True)
    code.print_ascii(out=sys.stdout)
    print(f"kiosk portal enrol '{text}'", flush=True)


def enrol(options: argparse.Namespace) -> str:
    portal = ReferencePortal(found(options.data), url=options.database)
    _show_ticket(portal, options.url)
    portal.close()
    return "Cổng chạy ở địa chỉ trên thì mã mới dùng được."


def keep(options: argparse.Namespace) -> int:
    print(options.work(options))
    return 0


def _rotated(options: argparse.Namespace) -> str:
    folder = found(options.data)
    keys = rotate(folder / "private_keys.json")
    return (
        f"Khóa mới: {', '.join(keys.signing)} · {', '.join(keys.sealing)}. Khởi động lại cổng.\n"
        f"Danh sách công khai để ký và phát hành: {folder / PUBLIC_LIST}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.portal", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8400, help="0 takes a free one")
    _add_place(parser)
    parser.set_defaults(act=serve)
    care = parser.add_subparsers(metavar="backup|restore|rotate|order|take|revoke|enrol")
    for name, help_text, work in (
        (
            "backup",
            "copy and verify; what two copies hold is durable",
            lambda o: backup(found(o.data), o.to),
        ),
        ("restore", "put a copy back and raise the epoch", lambda o: restore(found(o.data), o.source)),
        ("rotate", "add a sealing and a signing key", _rotated),
        (
            "order",
            "leave an order: pause or resume intake, send again, retry, rotate the key",
            lambda o: order(found(o.data), o.kiosk, o.kind, until=o.until, seq=o.seq, database=o.database),
        ),
        (
            "take",
            "store what `kiosk outbox export` wrote to a file",
            lambda o: take(found(o.data), o.file, database=o.database, unknown=o.unknown),
        ),
        ("revoke", "let a kiosk in no more", lambda o: revoke(found(o.data), o.kiosk, o.database)),
    ):
        command = care.add_parser(name, help=help_text)
        _add_place(command, required=True)
        command.set_defaults(act=keep, work=work)
        if name == "backup":
            command.add_argument("--to", type=Path, required=True, help="folder of the copies")
        elif name == "restore":
            command.add_argument("--from", dest="source", type=Path, required=True, help="one copy")
        elif name in {"revoke", "order"}:
            command.add_argument("--kiosk", required=True, help="its id or number")
        if name == "take":
            command.add_argument("--file", type=Path, required=True, help="the exported file")
            command.add_argument("--unknown", action="store_true", help="also of machines not known here")
        if name == "order":
            command.add_argument("--kind", required=True, choices=ORDERS)
            command.add_argument("--until", default="", help="pause_intake: 2026-12-01T08:00, else for ever")
            command.add_argument("--seq", type=int, help="resend_after: what was stored above it")
    command = care.add_parser("enrol", help="print a one-time enrolment QR")
    _add_place(command, required=True)
    command.add_argument("--url", default="http://127.0.0.1:8400", help="where kiosks reach the portal")
    command.set_defaults(act=keep, work=enrol)
    return parser


def _add_place(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    which = "folder the portal keeps in" if required else "folder to keep in; a new temporary one by default"
    parser.add_argument("--data", type=Path, required=required, help=which)
    parser.add_argument("--database", default="", help="SQLAlchemy URL, for PostgreSQL")


if __name__ == "__main__":
    sys.exit(main())
