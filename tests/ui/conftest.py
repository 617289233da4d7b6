import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ui.screens.citizen import Citizen


MARKED_HALL = {
    "hall": {
        "ward": "Phường Mẫu",
        "opening_hours": "8:00–17:00, thứ Hai đến thứ Sáu",
        "address": "Số 0 phố Mẫu, Hà Nội",
        "counters": [
            {"name": "Quầy 1", "fields": ["Chứng thực"], "directions": "Tầng 1, ngay cửa vào"},
            {"name": "Quầy 2", "fields": ["Hộ tịch"], "directions": "Tầng 1, bên trái cửa vào"},
            {
                "name": "Quầy 3",
                "fields": [
                    "Đăng ký, quản lý cư trú",
                    "Cấp, quản lý căn cước",
                    "Định danh và xác thực điện tử",
                ],
                "directions": "Tầng 1, bên phải cửa vào",
            },
            {
                "name": "Quầy 4",
                "fields": ["Bảo trợ xã hội", "Người có công", "Trẻ em", "Giảm nghèo"],
                "directions": "Tầng 1, cuối sảnh",
            },
            {
                "name": "Quầy 5",
                "fields": ["Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)"],
                "directions": "Tầng 2, bên phải cầu thang",
            },
        ],
        "hotlines": [
            {"name": "Hỏi về thủ tục", "number": "000 000 0001"},
            {"name": "Góp ý về phục vụ", "number": "000 000 0002"},
        ],
    }
}


@pytest.fixture(scope="session")
def catalogue_folder(tmp_path_factory) -> Path:
    """The starter catalogue, built once a session; each kiosk gets a copy."""
    from offline_cache.catalogue_store import CatalogueStore

    folder = tmp_path_factory.mktemp("catalogue")
    CatalogueStore(folder).build_starter()
    return folder


@pytest.fixture
def open_kiosk(qapp, catalogue_folder, tmp_path) -> Iterator[Callable[..., "Citizen"]]:
    """Open the real kiosk in a home of its own, or in `home`: virtual printer, no portal, a clock to move."""
    from tests.ui.screens.citizen import Citizen  # here, so that tests of controls alone load no kiosk

    opened: list[Citizen] = []

    def make(**options) -> "Citizen":
        home = options.pop("home", tmp_path / f"home-{len(opened)}")
        if not (home / "catalogue").exists():
            shutil.copytree(catalogue_folder, home / "catalogue")
        options.setdefault("settings", MARKED_HALL)
        opened.append(Citizen(home, **options))
        return opened[-1]

    yield make
    for citizen in opened:
        citizen.leave()


@pytest.fixture
def citizen(open_kiosk) -> "Citizen":
    return open_kiosk()
