pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

PadPage {
    id: root

    required property TechHeightViewModel viewModel

    page: root.viewModel
}
