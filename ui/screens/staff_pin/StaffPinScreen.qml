pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

PadPage {
    id: root

    required property StaffPinViewModel viewModel

    page: root.viewModel
}
