pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property TechWireViewModel viewModel

    page: root.viewModel
    low: true
}
