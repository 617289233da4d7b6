pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property MessageTopicViewModel viewModel

    page: root.viewModel
}
