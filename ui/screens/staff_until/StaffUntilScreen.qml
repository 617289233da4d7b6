pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property StaffUntilViewModel viewModel

    page: root.viewModel
    low: true
}
