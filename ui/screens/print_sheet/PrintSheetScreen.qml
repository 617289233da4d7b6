pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property PrintSheetViewModel viewModel
    readonly property int columns: Theme.largest ? 1 : 2
    readonly property int each: Math.floor((root.inner - (root.columns - 1) * Theme.gap) / root.columns)

    keepsLow: !root.viewModel.asking
    leastWords: Theme.moving ? panel.y + panel.implicitHeight : 0

    PageTitle {
        id: heading

        width: root.inner
        title: root.viewModel.heading
        line: root.viewModel.lead
    }

    SheetPanel {
        id: panel

        objectName: "sheet"
        y: heading.height + Theme.gap8
        width: root.inner
        height: Theme.moving ? implicitHeight : Math.max(implicitHeight, Math.min(root.wordsHeight - y, Theme.mm(Theme.step(190, 95, 130))))
        sheetState: root.viewModel.state
        title: root.viewModel.title
        line: root.viewModel.line
        picture: root.viewModel.picture
        asking: root.viewModel.asking
        onAnswered: cameOut => root.viewModel.answer(cameOut)
    }

    actions: [
        Grid {
            columns: root.columns
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap4

            KButton {
                objectName: "takeAway"
                width: root.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                iconName: "qr_code_2"
                text: qsTr("Lưu điện thoại")
                onClicked: root.viewModel.takeAway()
            }

            KButton {
                objectName: "finish"
                width: root.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                variant: "primary"
                iconName: "check"
                text: qsTr("Xong")
                onClicked: root.viewModel.finish()
            }
        }
    ]
}
