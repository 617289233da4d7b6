pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property MessageDoneViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property bool big: Theme.large || Theme.largest

    leastWords: Theme.moving ? lines.y + lines.height : 0

    PageTitle {
        id: heading

        width: root.inner
        role: root.tall ? "disp" : "h1"
        title: root.viewModel.title
        iconName: root.tall && !root.big ? "check_circle" : ""
        plate: false
        tint: Theme.success
    }

    Rectangle {
        id: card

        readonly property int pad: Theme.mm(Theme.step(9, 4, 7))

        visible: root.viewModel.answered
        y: heading.height + Theme.mm(Theme.step(8, 2.5, 5))
        width: root.inner
        height: visible ? Math.max(code.height, qr.visible ? qr.height : 0) + 2 * card.pad : 0
        color: Theme.paper
        radius: Theme.radiusCard
        border.width: Theme.outline
        border.color: Theme.ink

        Column {
            id: code

            x: card.pad
            y: Math.round((card.height - height) / 2)
            width: (qr.visible ? qr.x - Theme.gap6 : card.width - card.pad) - x
            spacing: Theme.gap2

            KText {
                width: code.width
                role: "body"
                color: Theme.ink2
                text: qsTr("Mã câu hỏi")
            }

            KText {
                objectName: "code"
                width: code.width
                role: "question"
                personal: true
                text: root.viewModel.code
            }
        }

        QrPanel {
            id: qr

            objectName: "qr"
            visible: !root.big
            x: card.width - width - card.pad
            y: Math.round((card.height - height) / 2)
            payload: root.viewModel.payload
            moduleSize: Theme.mm(Theme.step(2, 1.25, 1.6))
            spokenName: qsTr("Mã QR của câu hỏi")
        }
    }

    Column {
        id: lines

        y: card.y + card.height + Theme.mm(Theme.step(8, 3, 5))
        width: root.inner
        spacing: Theme.mm(Theme.step(5, 2, 4))

        KText {
            width: lines.width
            role: root.tall ? "lead" : "body"
            strong: true
            text: root.viewModel.codeLine
        }

        KText {
            objectName: "sheetLine"
            width: lines.width
            visible: text.length > 0
            role: "body"
            text: root.viewModel.sheetLine
        }

        SyncLine {
            width: lines.width
            sent: root.viewModel.sent
            text: root.viewModel.sendingLine
        }
    }

    actions: [
        Grid {
            id: ways

            readonly property int places: Theme.largest || root.tall && root.big ? 1 : 2
            readonly property int each: Math.floor((root.inner - (ways.places - 1) * Theme.gap) / ways.places)

            columns: ways.places
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap4

            KButton {
                objectName: "goOn"
                width: ways.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                text: qsTr("Làm việc khác")
                onClicked: root.viewModel.goOn()
            }

            KButton {
                objectName: "finish"
                width: ways.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                variant: "primary"
                text: qsTr("Xong, xoá hết")
                onClicked: root.viewModel.finish()
            }
        }
    ]
}
