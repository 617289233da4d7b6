pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// One number by the pad: the question above, the keys where hands reach.
Surface {
    id: root

    required property PadPageViewModel page
    readonly property bool tall: Theme.portrait
    readonly property bool big: Theme.large || Theme.largest
    readonly property bool faulty: root.page.fault.length > 0
    readonly property bool skips: root.page.skipText.length > 0
    readonly property int inner: root.width - 2 * Theme.margin
    readonly property int leftWidth: root.tall ? root.inner : Math.round(root.inner * 0.5) - Theme.gap
    readonly property int rightX: root.tall ? Theme.margin : Theme.margin + root.leftWidth + 2 * Theme.gap
    readonly property int keyWanted: Theme.mm(Theme.step(root.big || Theme.handsLow ? 27 : 38.67, 20.5, Theme.large ? 36 : 41))
    readonly property int keyRoom: onwards.y - Theme.gap4 - question.y  // beside the question: less where a bar stands below
    readonly property int told: (fault.visible ? fault.y + fault.height : input.y + input.height) + Theme.gap4

    longHeight: root.tall ? root.told + pad.height + Theme.gap6 + onwards.height + Theme.mm(8) : 0
    saying: fault.visible ? fault : null

    KText {
        id: question

        objectName: "question"
        x: Theme.margin
        y: Theme.mm(Theme.step(9.9, 3, 6))
        width: root.leftWidth
        role: root.tall && !root.big ? "question" : "disp"
        text: root.page.title
    }

    KText {
        id: help

        visible: !(Theme.large && (root.faulty || !root.tall))
        x: Theme.margin
        y: question.y + question.height + Theme.gap2
        width: root.leftWidth
        role: root.tall ? "lead" : "body"
        text: root.page.help
        color: Theme.ink2
    }

    InputBox {
        id: input

        objectName: "input"
        x: Theme.margin
        y: (help.visible ? help.y + help.height : question.y + question.height + Theme.gap2) + Theme.mm(Theme.step(8, 3, 6))
        width: root.leftWidth
        height: Math.max(Theme.searchField, implicitHeight)
        text: root.page.value
        label: root.page.title
        personal: true
        faulty: root.faulty
    }

    Banner {
        id: fault

        objectName: "fault"
        x: Theme.margin
        y: input.y + input.height + Theme.gap4
        width: root.leftWidth
        visible: root.faulty
        kind: "warning"
        title: root.page.fault
        line: Theme.large && !root.tall ? "" : root.page.faultLine
    }

    NumberPad {
        id: pad

        objectName: "pad"
        keyHeight: root.tall ? root.keyWanted : Math.min(root.keyWanted, Math.floor((root.keyRoom - 3 * pad.lineGap) / 4))
        x: root.rightX
        y: root.tall ? onwards.y - height - Theme.gap6 : question.y
        width: root.tall ? root.inner : root.width - x - Theme.margin
        onDigit: text => root.page.digit(text)
        onBackspace: root.page.backspace()
        onClear: root.page.clear()
    }

    Row {
        id: onwards

        x: root.rightX
        y: root.height - height - Theme.mm(Theme.step(8, 3.5, 5))
        width: root.tall ? root.inner : root.width - x - Theme.margin
        spacing: Theme.gap

        KButton {
            objectName: "skip"
            visible: root.skips
            width: onwards.width * 0.4
            height: Math.max(Theme.buttonPrimary, implicitHeight)
            text: root.page.skipText
            onClicked: root.page.skip()
        }

        KButton {
            objectName: "next"
            width: root.skips ? onwards.width * 0.6 - Theme.gap : onwards.width
            height: Math.max(Theme.buttonPrimary, implicitHeight)
            variant: "primary"
            busy: root.page.busy
            busyText: qsTr("Đang tìm…")
            iconName: "arrow_forward"
            trailingIcon: true
            text: root.page.nextText
            onClicked: root.page.next()
        }
    }
}
