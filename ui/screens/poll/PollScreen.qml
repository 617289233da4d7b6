pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property PollViewModel viewModel

    page: root.viewModel
    drawn: true
}
