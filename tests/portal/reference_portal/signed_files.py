"""The trial city's signed repository under /tuf/: plain files, made when they are first asked for."""

import re
from pathlib import Path
from threading import Lock

from fastapi import APIRouter
from fastapi.responses import FileResponse, Response

_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*")


class SignedFiles:
    """Serves `folder`, which holds a repository signed with the public trial keys."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._making = folder, Lock()

    def router(self) -> APIRouter:
        router = APIRouter()
        router.add_api_route("/tuf/metadata/{name}", self.metadata, methods=["GET"])
        router.add_api_route("/tuf/targets/{name}", self.target, methods=["GET"])
        return router

    def metadata(self, name: str) -> Response:
        return self._file("metadata", name)

    def target(self, name: str) -> Response:
        return self._file("targets", name)

    def _file(self, part: str, name: str) -> Response:
        self._made()
        path = self.folder / part / name
        if not _NAME.fullmatch(name) or not path.is_file():
            return Response(status_code=404)
        return FileResponse(
            path, media_type="application/octet-stream", headers={"Cache-Control": "no-store"}
        )

    def _made(self) -> None:
        from tests.trust.demo import demo_repository  # here: a portal nobody asks for updates starts at once

        with self._making:
            if not (self.folder / "metadata" / "timestamp.json").exists():
                demo_repository(self.folder)
