pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

PadPage {
    id: root

    required property ReturnPlaceViewModel viewModel

    page: root.viewModel
}
