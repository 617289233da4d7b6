pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

RowsPage {
    id: root

    required property TechProofViewModel viewModel

    page: root.viewModel
    reading: true
}
