pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// The paper coming out, the state in words, and the question where only a person can tell.
Rectangle {
    id: root

    property string sheetState: "waiting"
    property string title: ""
    property string line: ""
    property url picture: ""
    property bool asking: false
    property real reach: root.sheetState === "coming" ? 0.65 : root.sheetState === "done" || root.sheetState === "check" || root.asking ? 1 : 0.08

    signal answered(bool cameOut)

    readonly property bool good: root.sheetState === "done"
    readonly property bool bad: root.sheetState === "trouble"
    readonly property color tint: root.good ? Theme.success : root.bad || root.asking ? Theme.warning : Theme.primary
    readonly property int pad: Theme.gap8

    color: root.good ? Theme.successGround : root.bad || root.asking ? Theme.warningGround : Theme.infoGround
    radius: Theme.radiusCard
    border.width: Theme.cardOutline
    border.color: root.tint
    implicitHeight: Math.max(Theme.mm(Theme.step(60, 40, 55)), words.height + 2 * root.pad)
    height: root.implicitHeight

    PaperOut {
        id: paper

        x: root.pad
        y: root.pad
        width: Math.round(Math.min(root.width * 0.36, Theme.mm(75)))
        height: root.height - 2 * root.pad
        progress: root.reach
        picture: root.picture
        showsArrow: root.sheetState === "coming"

        Behavior on progress {
            NumberAnimation {
                duration: Theme.moveMs
            }
        }
    }

    Column {
        id: words

        x: paper.x + paper.width + root.pad
        y: Math.round((root.height - words.height) / 2)
        width: root.width - words.x - root.pad
        spacing: Theme.gap2

        KText {
            width: words.width
            role: "h1"
            text: root.title
            color: root.tint
        }

        KText {
            width: words.width
            role: "body"
            text: root.line
        }

        Row {
            visible: root.asking
            spacing: Theme.gap4
            topPadding: Theme.gap2

            KButton {
                objectName: "cameOut"
                width: (words.width - Theme.gap4) / 2
                height: Theme.buttonRow
                text: qsTr("Đã ra đủ")
                iconName: "check"
                onClicked: root.answered(true)
            }

            KButton {
                objectName: "notOut"
                width: (words.width - Theme.gap4) / 2
                height: Theme.buttonRow
                text: qsTr("Chưa ra")
                iconName: "close"
                onClicked: root.answered(false)
            }
        }
    }
}
