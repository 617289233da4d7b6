pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property TechKeypadViewModel viewModel

    page: root.viewModel
    low: true
}
