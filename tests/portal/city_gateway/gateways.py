"""The two gateways that come along: in memory, and over the names of the national adapter."""

from collections.abc import Callable
from datetime import datetime

from tests.portal.city_gateway.gateway import (
    CityDossier,
    CityStatus,
    GatewayRefused,
    GatewayUnreachable,
)
from tests.portal.city_gateway.mapping import Mapping

Call = Callable[[dict], dict]
"""A request of the national adapter in, its answer out; raises OSError where there is none."""

SESSION_GONE = "01"
EXISTS, ABSENT = "02", "03"
OK = "00"


class ReferenceGateway:
    """No city system: what officers wrote is what there is."""

    def __init__(self) -> None:
        self._states: dict[str, CityStatus] = {}

    def push_dossier(self, dossier: CityDossier) -> None:
        state = CityStatus(dossier_code=dossier.dossier_code, status=dossier.status, at=dossier.received_at)
        self._states[dossier.dossier_code] = state

    def find_by_code(self, dossier_code: str) -> CityStatus | None:
        return self._states.get(dossier_code)

    def pull_status(self, since: datetime) -> tuple[CityStatus, ...]:
        found = [state for state in self._states.values() if state.at > since]
        return tuple(sorted(found, key=lambda state: state.at))


class DvcqgGateway:
    """`DongBoHoSoMC` and `TraCuuHoSo`, as the public adapter names them; tested on a mock, never connected.

    New or known is not asked first: that answer may be old by the time it is used. The call is made as new,
    and once more as an update where the other side says it exists.
    """

    def __init__(self, call: Call, mapping: Mapping, *, unit: str, username: str, password: str) -> None:
        self._call, self._mapping, self._unit = call, mapping, unit
        self._login = {"username": username, "password": password}
        self._session = ""

    def push_dossier(self, dossier: CityDossier) -> None:
        row = self._row(dossier)
        for updating in ("False", "True"):
            answer = self._ask("DongBoHoSoMC", row, updating=updating)
            if answer["error_code"] == OK:
                return
            if answer["error_code"] != EXISTS:
                raise GatewayRefused(answer["error_code"], "DongBoHoSoMC")
        raise GatewayRefused(EXISTS, "DongBoHoSoMC")

    def find_by_code(self, dossier_code: str) -> CityStatus | None:
        answer = self._ask("TraCuuHoSo", {"mahoso": dossier_code})
        if answer["error_code"] == ABSENT:
            return None
        if answer["error_code"] != OK:
            raise GatewayRefused(answer["error_code"], "TraCuuHoSo")
        return self._state(answer["data"][0])

    def pull_status(self, since: datetime) -> tuple[CityStatus, ...]:
        answer = self._ask("TraCuuHoSo", {"tungay": self._mapping.time_out(since)})
        if answer["error_code"] != OK:
            raise GatewayRefused(answer["error_code"], "TraCuuHoSo")
        return tuple(sorted((self._state(row) for row in answer["data"]), key=lambda state: state.at))

    def _row(self, dossier: CityDossier) -> dict[str, str]:
        name, table = self._mapping.name, self._mapping
        if not table.code_fits(dossier.dossier_code):
            raise GatewayRefused("code_shape", dossier.dossier_code)
        return {
            name("dossier_code"): dossier.dossier_code,
            name("procedure_code"): dossier.procedure_code,
            name("procedure_name"): dossier.procedure_name,
            name("applicant_kind"): table.applicant(dossier.applicant_kind),
            name("received_at"): table.time_out(dossier.received_at),
            name("due"): table.time_out(dossier.due) if dossier.due is not None else "",
            name("status"): table.status_out(dossier.status),
            name("delivery"): table.delivery(by_post=dossier.by_post),
        }

    def _state(self, row: dict) -> CityStatus:
        return CityStatus(
            dossier_code=row[self._mapping.name("dossier_code")],
            status=self._mapping.status_in(row[self._mapping.name("status")]),
            at=self._mapping.time_in(row["ThoiDiemXuLy"]),
        )

    def _ask(self, service: str, data: dict, *, updating: str = "False") -> dict:
        """Ask once; log in again once where the session is gone."""
        for fresh in (False, True):
            if fresh or not self._session:
                self._session = self._heard(self._login).get("session", "")
            request = {"session": self._session, "madonvi": self._unit, "service": service}
            answer = self._heard(request | {"data": [data], "isUpdating": updating})
            if answer.get("error_code") != SESSION_GONE:
                return answer
        raise GatewayRefused(SESSION_GONE, service)

    def _heard(self, request: dict) -> dict:
        try:
            answer = self._call(request)
        except OSError as error:
            raise GatewayUnreachable(type(error).__name__) from error
        if not isinstance(answer, dict) or "error_code" not in answer:
            raise GatewayUnreachable("answer without error_code")
        return answer


class DvcqgMock:
    """The other side, in memory: what the public adapter code says it answers. No network."""

    def __init__(self, mapping: Mapping) -> None:
        self.mapping = mapping
        self.rows: dict[str, dict] = {}
        self.sessions: set[str] = set()
        self.silent = 0

    def __call__(self, request: dict) -> dict:
        if self.silent:
            self.silent -= 1
            raise TimeoutError
        if "service" not in request:
            self.sessions.add(f"s{len(self.sessions)}")
            return {"error_code": "0", "session": f"s{len(self.sessions) - 1}"}
        if request["session"] not in self.sessions:
            return {"error_code": SESSION_GONE}
        data = request["data"][0]
        if request["service"] == "DongBoHoSoMC":
            return self._store(data, updating=request["isUpdating"] == "True")
        return self._look(data)

    def set_status(self, code: str, status: int, at: datetime) -> None:
        row = self.rows[code]
        row[self.mapping.name("status")] = self.mapping.status_out(status)
        row["ThoiDiemXuLy"] = self.mapping.time_out(at)

    def _store(self, row: dict, *, updating: bool) -> dict:
        code = row[self.mapping.name("dossier_code")]
        if (code in self.rows) != updating:
            return {"error_code": EXISTS if code in self.rows else ABSENT}
        self.rows[code] = row | {"ThoiDiemXuLy": row[self.mapping.name("received_at")]}
        return {"error_code": OK}

    def _look(self, data: dict) -> dict:
        if "mahoso" in data:
            row = self.rows.get(data["mahoso"])
            return {"error_code": OK, "data": [row]} if row else {"error_code": ABSENT}
        since = self.mapping.time_in(data["tungay"])
        rows = [row for row in self.rows.values() if self.mapping.time_in(row["ThoiDiemXuLy"]) > since]
        return {"error_code": OK, "data": rows}
