pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property TakeAwayViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property int buttons: root.viewModel.codeCount > 1 ? 3 : 2
    readonly property int columns: Theme.largest ? 1 : root.buttons
    readonly property int each: Math.floor((root.inner - (root.columns - 1) * Theme.gap) / root.columns)

    keepsLow: true
    leastWords: Theme.moving ? advice.y + advice.height : 0

    PageTitle {
        id: heading

        width: root.tall ? root.inner : root.inner - code.width - Theme.gap8
        title: qsTr("Chụp mã này bằng điện thoại")
        line: qsTr("Danh sách nằm ngay trong mã. Không cần mạng.")
    }

    QrPanel {
        id: code

        objectName: "code"
        x: root.tall ? Math.round((root.inner - width) / 2) : root.inner - width
        y: root.tall ? heading.height + Theme.gap10 : 0
        payload: root.viewModel.payload
        // Version 13 has 69 modules and 8 of quiet zone; what the height allows, never a fraction of a pixel.
        moduleSize: Theme.moving && root.tall ? Theme.mm(2.5) : Math.min(Theme.mm(2.5), Math.floor((root.wordsHeight - (root.tall ? Theme.mm(Theme.large ? 70 : 110) : Theme.mm(Theme.large ? 22 : 14))) / 77))
        spokenName: qsTr("Mã QR có danh sách giấy tờ")
    }

    KText {
        id: which

        visible: root.viewModel.codeCount > 1
        x: code.x
        y: code.y + code.height + Theme.gap2
        width: code.width
        horizontalAlignment: Text.AlignHCenter
        role: "body"
        strong: true
        text: qsTr("Mã %1 trong %2").arg(root.viewModel.codeNumber).arg(root.viewModel.codeCount)
    }

    Column {
        id: advice

        y: root.tall ? code.y + code.height + (which.visible ? which.height + Theme.gap4 : 0) + Theme.gap10 : heading.height + Theme.gap8
        width: heading.width
        spacing: Theme.gap6

        StepDots {
            visible: !Theme.large
            width: parent.width
            steps: [qsTr("Mở máy ảnh"), qsTr("Đưa vào mã"), qsTr("Chạm để lưu")]
        }

        Banner {
            width: parent.width
            visible: !Theme.large
            kind: "info"
            title: qsTr("Máy ảnh không đọc được mã?")
            line: qsTr("Chụp lại cả màn hình này, hoặc in ra giấy.")
        }

        Banner {
            width: parent.width
            visible: !root.viewModel.complete
            kind: "warning"
            title: qsTr("Danh sách dài hơn hai mã")
            line: qsTr("In ra giấy để có đủ.")
        }
    }

    actions: [
        Grid {
            columns: root.columns
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap4

            KButton {
                objectName: "print"
                width: root.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                iconName: "print"
                text: qsTr("In ra giấy")
                onClicked: root.viewModel.printList()
            }

            KButton {
                objectName: "nextCode"
                visible: root.viewModel.codeCount > 1
                width: root.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                iconName: "qr_code_2"
                text: qsTr("Mã còn lại")
                onClicked: root.viewModel.nextCode()
            }

            KButton {
                objectName: "finish"
                width: root.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                variant: "primary"
                iconName: "check"
                text: root.viewModel.codeCount > 1 ? qsTr("Xong") : qsTr("Đã chụp xong")
                onClicked: root.viewModel.finish()
            }
        }
    ]
}
