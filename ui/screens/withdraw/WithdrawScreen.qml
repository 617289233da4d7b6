pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property WithdrawViewModel viewModel

    page: root.viewModel
    reading: true
    personalTitle: true
}
