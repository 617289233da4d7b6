pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property StaffCounterViewModel viewModel

    page: root.viewModel
    low: true
}
