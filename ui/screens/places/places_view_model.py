"""Where else people are served: the points the city lists, then this hall's counters and the way to each."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.board_page import BoardPageViewModel
from ui.opening_words import opening_words
from ui.portal_words import heard_words
from ui.rows import Row
from ui.rows_page import PageWords
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class PlacesViewModel(BoardPageViewModel):  # type: ignore[operator]
    """No map: names, addresses and directions in words."""

    def words(self) -> PageWords:
        return PageWords(
            title=translated("Places", "Các điểm phục vụ"),
            line=heard_words(self.services.news.board()),
            icon="map",
            pigment="teal",
            empty=translated("Places", "Chưa có danh sách điểm"),
            empty_line=translated("Places", "Mời ông/bà hỏi cán bộ trong sảnh."),
            primary=translated("Places", "Đã xem xong"),
        )

    def make_rows(self) -> list[Row]:
        return [*self._points(), *self._counters()]

    def _points(self) -> list[Row]:
        rows = []
        for office in self.services.news.board().offices:
            called = (
                translated("Places", "Điện thoại: %1").replace("%1", office.phone) if office.phone else ""
            )
            rows.append(
                Row(
                    key=office.item_id,
                    title=office.name,
                    line=office.address,
                    note="\n".join(text for text in (office.hours, called) if text),
                    icon="location_on",
                    marked=True,
                )
            )
        return rows

    def _counters(self) -> list[Row]:
        hall = self.services.hall
        if not hall.counters and not hall.address:
            return []
        here = Row(
            key="here",
            title=translated("Places", "Điểm này"),
            line=hall.address,
            note=opening_words(hall, self.services.news.board(), self.services.language()),
            icon="home_pin",
            marked=True,
        )
        counters = [
            Row(
                key=f"counter-{number}",
                title=counter.name,
                line=counter.directions,
                note=", ".join(counter.fields),
                icon="storefront",
            )
            for number, counter in enumerate(hall.counters)
        ]
        return [here, *counters]
