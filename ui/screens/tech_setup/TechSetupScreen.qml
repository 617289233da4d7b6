pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property TechSetupViewModel viewModel

    page: root.viewModel
    low: true
}
