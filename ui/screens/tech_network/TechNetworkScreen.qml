pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property TechNetworkViewModel viewModel

    page: root.viewModel
    low: true
}
