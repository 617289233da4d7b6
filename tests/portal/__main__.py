"""Run the reference portal: `python -m tests.portal --port 8400 --data FOLDER [--database URL]`."""

import argparse
import tempfile
from pathlib import Path

import uvicorn

from tests.portal.reference_portal.app import ReferencePortal


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.portal", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8400, help="0 takes a free one")
    parser.add_argument("--data", type=Path, help="folder to keep in; a new temporary one by default")
    parser.add_argument("--database", default="", help="SQLAlchemy URL, for PostgreSQL")
    options = parser.parse_args()
    folder = options.data or Path(tempfile.mkdtemp(prefix="reference-portal-"))
    portal = ReferencePortal(folder, url=options.database)
    config = uvicorn.Config(portal.asgi, host=options.host, port=options.port, log_level="warning")
    server = uvicorn.Server(config)
    socket = config.bind_socket()
    port = socket.getsockname()[1]
    print(f"Cổng mẫu đang chạy: http://{options.host}:{port}/", flush=True)
    print(f"Trang cán bộ: cùng địa chỉ. Dữ liệu: {folder}. Dừng: Ctrl+C.", flush=True)
    server.run(sockets=[socket])
    portal.close()


if __name__ == "__main__":
    main()
