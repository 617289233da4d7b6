pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property HotlinesViewModel viewModel

    page: root.viewModel
    figures: true
    drawn: true
}
