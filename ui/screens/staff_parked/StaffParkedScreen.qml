pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property StaffParkedViewModel viewModel

    page: root.viewModel
    reading: true
}
