pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property SchoolViewModel viewModel

    page: root.viewModel
    steps: true
    drawn: true
}
