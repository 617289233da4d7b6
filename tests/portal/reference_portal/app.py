"""The application: calls, pages, and the header by which a kiosk knows its portal."""

import logging
from pathlib import Path

from fastapi import FastAPI, Request

from tests.portal.reference_portal.city import Notices
from tests.portal.reference_portal.daily_calls import DailyCalls
from tests.portal.reference_portal.faults import Faults
from tests.portal.reference_portal.keys import own_keys, read_keys
from tests.portal.reference_portal.officer import Officer
from tests.portal.reference_portal.officer_desk import OfficerDesk
from tests.portal.reference_portal.officer_figures import OfficerFigures
from tests.portal.reference_portal.problems import install, problem
from tests.portal.reference_portal.protocol import DEMO_CODE, DEMO_POINT, INSTANCE, Protocol
from tests.portal.reference_portal.refusal_pages import refusal_page
from tests.portal.reference_portal.signed_files import SignedFiles
from tests.portal.reference_portal.storage import Storage, now_text

_log = logging.getLogger("reference_portal")
OWN_KEYS = "private_keys.json"


class ReferencePortal:
    """`asgi` is what a server runs; `storage`, `protocol` and `faults` are for tests."""

    def __init__(self, folder: Path, *, url: str = "") -> None:
        self.storage = Storage(folder, url)
        demo, own = read_keys(), own_keys(folder / OWN_KEYS)
        keys = own.joined(demo)
        self.protocol = Protocol(self.storage, keys, own, demo)
        self.notices = Notices(self.storage)
        self.protocol.fleet.new_code(*DEMO_POINT, code=DEMO_CODE, many=True)
        self.app = FastAPI(title="Reference portal", openapi_url=None, docs_url=None, redoc_url=None)
        install(self.app, refusal_page)
        self.daily = DailyCalls(self.protocol)
        desk = OfficerDesk(self.protocol, self.notices, keys)
        pages = (Officer(self.storage, keys), desk, OfficerFigures(self.notices))
        routers = [part.router() for part in (self.protocol, self.daily, *pages)]
        for router in routers:
            self.app.include_router(router)
        self.app.state.calls = [route for router in routers for route in router.routes]
        self.app.include_router(SignedFiles(folder / "tuf").router())
        self.app.middleware("http")(self._headed)
        self.faults = Faults(self.app)
        self.asgi = self.faults

    async def _headed(self, request: Request, call_next):
        try:
            response = await call_next(request)
        except Exception:  # noqa: BLE001  the last hook of the server: a fault of ours is still problem+json
            _log.exception("%s %s", request.method, request.url.path)
            response = problem(500, "server_fault")
        if request.url.path.startswith("/kiosk/v1/"):
            epoch = self.storage.history.epoch
            response.headers["Kiosk-Portal"] = f"{INSTANCE};epoch={epoch};time={now_text()}"
        return response

    def close(self) -> None:
        self.storage.close()
