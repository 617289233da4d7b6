pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property FormChoicesViewModel viewModel

    page: root.viewModel
    ticked: true
}
