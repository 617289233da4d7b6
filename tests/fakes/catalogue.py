"""A catalogue in memory, for tests of what stands above it."""

from datetime import date

from kiosk.domain.catalogue import (
    CatalogueInfo,
    Detail,
    LifeEvent,
    PlainPaper,
    PlainText,
    Procedure,
    ProcedureRow,
    SearchAnswer,
)
from kiosk.domain.text_folding import fold, nfc, tokens


def a_procedure(code: str = "1.001193", name: str = "Đăng ký khai sinh", **changes) -> Procedure:
    facts = {
        "code": code,
        "name": name,
        "field": "Hộ tịch",
        "detail": Detail.FULL,
        "agencies": ("Ủy ban nhân dân cấp xã",),
        "ward_served": True,
        "core": True,
        "taken_at": date(2026, 7, 18),
    }
    return Procedure(**(facts | changes))


def plain_text(language: str = "vi", name: str = "Đăng ký khai sinh", **changes) -> PlainText:
    texts = {
        "language": language,
        "name": name,
        "summary": name,
        "papers": (PlainPaper(name="Giấy chứng sinh"),),
    }
    return PlainText(**(texts | changes))


def a_life_event(
    event_id: str = "birth", title_vi: str = "Sinh con", title_en: str = "Having a child"
) -> LifeEvent:
    return LifeEvent(
        event_id=event_id,
        icon="child_care",
        pigment="rose",
        title_vi=title_vi,
        line_vi=title_vi,
        title_en=title_en,
        line_en=title_en,
    )


class InMemoryCatalogue:
    """A CatalogueReader over a tuple of procedures; passes the reader's contract suite."""

    def __init__(self, procedures=(), life_events=(), version: str = "2026-07-18-fake") -> None:
        self._procedures = {procedure.code: procedure for procedure in procedures}
        self._events, self._version = tuple(life_events), version
        self.is_closed = False

    def info(self) -> CatalogueInfo:
        days = [procedure.taken_at for procedure in self._procedures.values() if procedure.taken_at]
        return CatalogueInfo(
            version=self._version,
            taken_at=max(days, default=date(1970, 1, 1)),
            procedures=len(self._procedures),
            with_detail=sum(procedure.detail is Detail.FULL for procedure in self._procedures.values()),
        )

    def life_events(self) -> tuple[LifeEvent, ...]:
        return self._events

    def rows_of_event(self, event_id: str, language: str) -> tuple[ProcedureRow, ...]:
        return self._rows(language, lambda procedure: event_id in procedure.life_events)

    def fields(self) -> tuple[tuple[str, int], ...]:
        served = [procedure.field for procedure in self._procedures.values() if procedure.ward_served]
        return tuple(
            sorted(((name, served.count(name)) for name in set(served) if name), key=lambda row: fold(row[0]))
        )

    def rows_of_field(self, field: str, language: str) -> tuple[ProcedureRow, ...]:
        return self._rows(language, lambda procedure: procedure.ward_served and procedure.field == nfc(field))

    def procedure(self, code: str) -> Procedure | None:
        return self._procedures.get(code)

    def search(self, query: str, *, language: str, limit: int = 60) -> SearchAnswer:
        asked = set(tokens(query))
        scored = []
        for procedure in self._procedures.values():
            names = [procedure.name, *procedure.aliases, *(text.name for text in procedure.texts)]
            best = max(len(asked & set(tokens(name))) / max(len(asked), 1) for name in names)
            exact = procedure.code in query
            if best > 0 or exact:
                scored.append((-exact, -best, -procedure.popularity, procedure.code))
        rows = tuple(self._row(self._procedures[code], language) for *_, code in sorted(scored))
        sure = bool(scored) and min(scored)[:2] <= (0, -0.5)
        return SearchAnswer(query=query, rows=rows[:limit], confident=sure, total=len(rows))

    def close(self) -> None:
        self.is_closed = True

    def _rows(self, language, wanted) -> tuple[ProcedureRow, ...]:
        chosen = [procedure for procedure in self._procedures.values() if wanted(procedure)]
        chosen.sort(
            key=lambda procedure: (-procedure.popularity, not procedure.core, procedure.name, procedure.code)
        )
        return tuple(self._row(procedure, language) for procedure in chosen)

    def _row(self, procedure: Procedure, language: str) -> ProcedureRow:
        text = procedure.text(language)
        official = procedure.name.removeprefix("Thủ tục ").rstrip(".")
        return ProcedureRow(
            code=procedure.code,
            title=text.name if text else procedure.name.removeprefix("Thủ tục ").rstrip("."),
            line=text.summary if text else procedure.field,
            icon=procedure.icon,
            detail=procedure.detail,
            ward_served=procedure.ward_served,
            official=official if text and official != text.name else "",
        )
