pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

PadPage {
    id: root

    required property TechPersonPinViewModel viewModel

    page: root.viewModel
}
