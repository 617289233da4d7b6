pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property PrintSheetViewModel viewModel

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
        height: Math.max(implicitHeight, Math.min(root.wordsHeight - y, Theme.mm(Theme.step(190, 95, 130))))
        sheetState: root.viewModel.state
        title: root.viewModel.title
        line: root.viewModel.line
        picture: root.viewModel.picture
        asking: root.viewModel.asking
        onAnswered: cameOut => root.viewModel.answer(cameOut)
    }

    actions: [
        Row {
            spacing: Theme.gap

            KButton {
                objectName: "takeAway"
                width: (root.inner - Theme.gap) / 2
                height: Theme.buttonPrimary
                iconName: "qr_code_2"
                text: qsTr("Lưu điện thoại")
                onClicked: root.viewModel.takeAway()
            }

            KButton {
                objectName: "finish"
                width: (root.inner - Theme.gap) / 2
                height: Theme.buttonPrimary
                variant: "primary"
                iconName: "check"
                text: qsTr("Xong")
                onClicked: root.viewModel.finish()
            }
        }
    ]
}
