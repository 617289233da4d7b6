pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property RateViewModel viewModel

    page: root.viewModel
    across: true
    drawn: root.viewModel.empty
}
