pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property SlipDoneViewModel viewModel
    readonly property bool tall: Theme.portrait
    // Large letters on a lying screen: the question about the sheet first, then the number again.
    readonly property bool questionAlone: Theme.large && !root.tall && root.viewModel.asking
    readonly property bool syncBeside: Theme.landscape || Theme.wide && Theme.large
    readonly property int leftWidth: root.tall ? root.inner : Math.round(root.inner * 0.56)

    leastWords: root.tall ? sheet.y + sheet.implicitHeight + Theme.gap4 + sync.height : 0

    PageTitle {
        id: heading

        width: root.syncBeside ? Math.round(root.inner * 0.4) : root.inner
        role: root.tall ? "disp" : "h1"
        title: qsTr("Đã khai trước xong")
        line: Theme.large ? "" : root.viewModel.matter
        iconName: root.tall ? "check_circle" : ""
        plate: false
        tint: Theme.success
    }

    Rectangle {
        id: card

        visible: !root.questionAlone
        y: Math.max(heading.height, root.syncBeside ? sync.height : 0) + Theme.mm(Theme.step(5, 2, 4))
        width: root.leftWidth
        height: (Theme.largest ? words.height + Theme.gap6 + code.height : Math.max(code.height, words.height)) + 2 * card.pad
        readonly property int pad: Theme.mm(Theme.step(7, 4, 6))

        color: Theme.paper
        radius: Theme.radiusCard
        border.width: Theme.outline
        border.color: Theme.ink

        Column {
            id: words

            x: card.pad
            y: card.pad
            width: Theme.largest ? card.width - 2 * card.pad : card.width - code.width - 3 * card.pad

            KText {
                width: words.width
                visible: !(Theme.large && Theme.wide)
                role: "body"
                text: root.viewModel.demo ? qsTr("Số phiếu khai, bản thử") : qsTr("Số phiếu khai")
                color: Theme.ink2
            }

            KText {
                objectName: "numberFirst"
                width: words.width
                role: "receipt"
                font.pixelSize: Theme.mm(Theme.step(17.7, 11.5, Theme.large ? 13 : 15))
                text: root.viewModel.numberFirst
                lineHeight: 0.95
            }

            KText {
                objectName: "numberSecond"
                width: words.width
                role: "receipt"
                font.pixelSize: Theme.mm(Theme.step(17.7, 11.5, Theme.large ? 13 : 15))
                text: root.viewModel.numberSecond
                lineHeight: 0.95
            }

            KText {
                width: words.width
                visible: !Theme.large
                role: "body"
                text: root.viewModel.dateText
                color: Theme.ink2
            }

            KText {
                width: words.width
                role: "body"
                strong: true
                text: qsTr("Mã tra cứu: %1").arg(root.viewModel.lookupCode)
            }

            KText {
                topPadding: Theme.gap2
                width: words.width
                visible: root.viewModel.place.length > 0 && !Theme.large
                role: "body"
                text: qsTr("Mời ông/bà đến")
                color: Theme.ink2
            }

            KText {
                width: words.width
                visible: root.viewModel.place.length > 0 && !Theme.large
                role: "h1"
                text: root.viewModel.place
            }
        }

        Column {
            id: code

            x: Theme.largest ? card.pad : card.width - width - card.pad
            y: Theme.largest ? words.y + words.height + Theme.gap6 : card.pad
            spacing: Theme.gap2

            QrPanel {
                id: panel

                objectName: "code"
                payload: root.viewModel.payload
                moduleSize: Theme.mm(Theme.step(2.2, 1.25, Theme.large ? 1.3 : 1.75))
                spokenName: qsTr("Mã QR của phiếu khai")
            }

            KText {
                visible: root.tall || !Theme.large
                width: Theme.largest ? words.width : panel.width
                horizontalAlignment: Theme.largest ? Text.AlignLeft : Text.AlignHCenter
                role: "cap"
                text: qsTr("Đưa mã này cho cán bộ")
                color: Theme.ink2
            }
        }
    }

    SheetPanel {
        id: sheet

        objectName: "sheet"
        x: root.tall || root.questionAlone ? 0 : root.leftWidth + Theme.gap
        y: root.tall ? card.y + card.height + Theme.gap6 : card.y
        width: root.tall ? root.inner : root.inner - x
        height: Theme.moving ? implicitHeight : root.tall ? Math.max(implicitHeight, Math.min(root.wordsHeight - y - sync.height - Theme.gap4, Theme.mm(120))) : root.questionAlone ? implicitHeight : Math.max(card.height, implicitHeight)
        sheetState: root.viewModel.sheetState
        title: root.viewModel.sheetTitle
        line: root.viewModel.sheetLine
        picture: root.viewModel.picture
        asking: root.viewModel.asking
        onAnswered: cameOut => root.viewModel.answer(cameOut)
    }

    SyncLine {
        id: sync

        objectName: "sync"
        visible: !(Theme.large && root.viewModel.asking)
        x: root.syncBeside ? heading.width + Theme.gap : 0
        y: root.syncBeside ? 0 : (root.tall ? sheet.y + sheet.height : Math.max(card.y + card.height, sheet.y + sheet.height)) + Theme.gap4
        width: root.inner - x
        sent: root.viewModel.sent
        text: root.viewModel.sentText
    }

    actions: [
        Grid {
            columns: root.tall ? 1 : 2
            spacing: root.tall ? Theme.gap4 : Theme.gap
            layoutDirection: Qt.LeftToRight

            KButton {
                objectName: "reprint"
                visible: root.viewModel.canReprint
                width: root.tall ? root.inner : root.inner * 0.34
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                iconName: "print"
                text: qsTr("In lại phiếu")
                onClicked: root.viewModel.reprint()
            }

            KButton {
                objectName: "finish"
                width: root.tall || !root.viewModel.canReprint ? root.inner : root.inner * 0.66 - Theme.gap
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                variant: "primary"
                iconName: "check_circle"
                text: qsTr("Xong, xoá thông tin của tôi")
                onClicked: root.viewModel.finish()
            }
        }
    ]
}
