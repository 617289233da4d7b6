pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// The city's one-time code: scanned as a QR, or typed with keys that cannot be mistaken for each other.
Page {
    id: root

    required property TechEnrolViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property int leftWidth: root.tall ? root.inner : Math.round(root.inner * 0.4) - Theme.gap
    readonly property int keysX: root.tall ? 0 : root.leftWidth + 2 * Theme.gap
    readonly property int columns: 8
    readonly property int keyWidth: Math.floor((root.inner - root.keysX - (root.columns - 1) * Theme.gap4) / root.columns)

    PageTitle {
        id: heading

        width: root.leftWidth
        role: root.tall ? "disp" : "h1"
        title: root.viewModel.title
        line: root.viewModel.line
    }

    InputBox {
        id: input

        objectName: "input"
        visible: !root.viewModel.isDone
        y: heading.height + Theme.gap4
        width: root.leftWidth
        height: Math.max(Theme.searchField, implicitHeight)
        text: root.viewModel.value
        label: root.viewModel.title
        faulty: root.viewModel.fault.length > 0
    }

    Banner {
        id: note

        objectName: "note"
        visible: root.viewModel.fault.length > 0 || root.viewModel.isDone
        y: (input.visible ? input.y + input.height : heading.height) + Theme.gap4
        width: root.leftWidth
        kind: root.viewModel.isDone ? "success" : "warning"
        title: root.viewModel.isDone ? root.viewModel.doneText : root.viewModel.fault
        line: root.viewModel.isDone ? root.viewModel.doneLine : root.viewModel.faultLine
    }

    Grid {
        id: keys

        visible: !root.viewModel.isDone
        x: root.keysX
        y: root.tall ? root.wordsHeight - height : 0
        columns: root.columns
        columnSpacing: Theme.gap4
        rowSpacing: Theme.gap4

        Repeater {
            model: root.viewModel.letters.split("").concat(["backspace"])

            KeyCap {
                id: cap

                required property string modelData
                readonly property bool isLetter: cap.modelData.length === 1

                objectName: "code-" + cap.modelData
                width: root.keyWidth
                height: Theme.mm(Theme.step(26, 21, 24))
                kind: cap.isLetter ? "letter" : "function"
                text: cap.isLetter ? cap.modelData : ""
                iconName: cap.isLetter ? "" : "backspace"
                spokenName: cap.isLetter ? cap.text : qsTr("Xoá một chữ")
                onClicked: cap.isLetter ? root.viewModel.letter(cap.modelData) : root.viewModel.backspace()
            }
        }
    }

    actions: [
        KButton {
            objectName: "next"
            width: root.inner
            height: Math.max(Theme.button, implicitHeight)
            variant: "primary"
            busy: root.viewModel.busy
            busyText: qsTr("Đang hỏi cổng…")
            iconName: root.viewModel.isDone ? "arrow_forward" : "app_registration"
            text: root.viewModel.nextText
            onClicked: root.viewModel.next()
        }
    ]
}
