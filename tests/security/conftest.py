"""The real kiosk as the screens' tests open it."""

from tests.ui.conftest import (  # noqa: F401  fixtures, taken over by their names
    catalogue_folder,
    citizen,
    open_kiosk,
)
