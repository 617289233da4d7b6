pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property PrinterTroubleViewModel viewModel
    keepsLow: true
    leastWords: Theme.moving ? lead.y + lead.height : 0

    readonly property color tint: root.viewModel.wellAgain ? Theme.success : Theme.warning

    Rectangle {
        id: sign

        visible: Theme.portrait
        y: Theme.gap8
        width: Theme.mm(49.6)
        height: visible ? width : 0
        radius: width / 2
        color: root.viewModel.wellAgain ? Theme.successGround : Theme.warningGround
        border.width: Theme.outline
        border.color: root.tint

        Icon {
            anchors.centerIn: parent
            name: root.viewModel.wellAgain ? "print" : "print_disabled"
            color: root.tint
            size: Theme.mm(29)
        }
    }

    KText {
        id: title

        y: Theme.portrait ? sign.y + sign.height + Theme.gap8 : 0
        width: root.inner
        role: "question"
        text: root.viewModel.title
        color: root.tint
    }

    KText {
        id: lead

        y: title.y + title.height + Theme.gap2
        width: root.inner
        role: "lead"
        text: root.viewModel.lead
    }

    actions: [
        Grid {
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap6

            KButton {
                objectName: "takeAway"
                width: Theme.portrait ? root.inner : (root.inner - Theme.gap) / 2
                height: Math.max(Theme.portrait ? Theme.mm(37.2) : Theme.answer, implicitHeight)
                variant: root.viewModel.wellAgain ? "secondary" : "primary"
                leftAligned: true
                iconSize: Theme.mm(16)
                iconName: "qr_code_2"
                text: qsTr("Lưu vào điện thoại bằng mã QR")
                onClicked: root.viewModel.takeAway()
            }

            KButton {
                objectName: "tryPrinter"
                visible: root.viewModel.wellAgain
                width: Theme.portrait ? root.inner : (root.inner - Theme.gap) / 2
                height: Math.max(Theme.portrait ? Theme.mm(37.2) : Theme.answer, implicitHeight)
                variant: "primary"
                leftAligned: true
                iconSize: Theme.mm(16)
                iconName: "print"
                text: qsTr("In ra giấy")
                onClicked: root.viewModel.tryPrinter()
            }

            KButton {
                objectName: "callHelp"
                width: Theme.portrait ? root.inner : (root.inner - Theme.gap) / 2
                height: Math.max(Theme.portrait ? Theme.mm(37.2) : Theme.answer, implicitHeight)
                leftAligned: true
                iconSize: Theme.mm(16)
                iconName: "support_agent"
                text: qsTr("Hỏi cán bộ ở quầy")
                onClicked: root.viewModel.callHelp()
            }

            KButton {
                objectName: "goOn"
                width: Theme.portrait ? root.inner : (root.inner - Theme.gap) / 2
                height: Math.max(Theme.portrait ? Theme.mm(37.2) : Theme.answer, implicitHeight)
                leftAligned: true
                iconSize: Theme.mm(16)
                iconName: "arrow_forward"
                text: qsTr("Đi tiếp, in sau")
                onClicked: root.viewModel.goOn()
            }
        }
    ]
}
