pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property FormClosedViewModel viewModel

    page: root.viewModel
    reading: true
    drawn: true
}
