pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// The paper coming out of the slot, the state in words, and the question where only a person can tell. The
// picture is the very bitmap that was sent.
Rectangle {
    id: root

    property string sheetState: "waiting"
    property string title: ""
    property string line: ""
    property url picture: ""
    property bool asking: false
    readonly property bool good: root.sheetState === "done"
    readonly property bool bad: ["trouble", "lost", "full", "spent"].includes(root.sheetState)
    readonly property bool out: root.good || root.sheetState === "check" || root.asking
    readonly property real reach: root.out ? 1 : root.sheetState === "coming" ? 0.6 : 0
    readonly property color tint: root.good ? Theme.success : root.bad || root.asking ? Theme.warning : Theme.primary
    readonly property int pad: Theme.mm(Theme.step(7, 4, 6))
    // Where the question has no room beside the picture of the slot, the question is what matters.
    readonly property bool wordsAlone: Theme.large || Theme.largest || root.asking && root.width < Theme.mm(200)

    signal answered(bool cameOut)

    color: root.good ? Theme.successGround : root.bad || root.asking ? Theme.warningGround : Theme.infoGround
    radius: Theme.radiusCard
    border.width: Theme.cardOutline
    border.color: root.tint
    implicitHeight: Math.max(root.wordsAlone ? 0 : Theme.mm(Theme.step(60, 40, 55)), words.height + 2 * root.pad)
    height: root.implicitHeight

    Rectangle {
        id: slot

        visible: !root.wordsAlone
        x: root.pad
        y: root.pad
        width: Math.round(Math.min(root.width * 0.4, Theme.mm(96)))
        height: Theme.mm(12)
        radius: Theme.radius
        color: Theme.dark ? "#3A3A3A" : Theme.ink2

        Rectangle {
            x: Theme.mm(3)
            y: slot.height - height - Theme.mm(2)
            width: slot.width - 2 * x
            height: Theme.mm(2.6)
            color: "#000000"
        }
    }

    Item {
        id: opening

        visible: !root.wordsAlone
        x: slot.x + Theme.mm(5)
        y: slot.y + slot.height - Theme.mm(3)
        width: slot.width - 2 * Theme.mm(5)
        height: root.height - y - Theme.mm(2)
        clip: true

        Rectangle {
            id: paper

            readonly property int length: sheet.status === Image.Ready ? sheet.height + 2 * Theme.mm(2) : opening.height
            readonly property int shown: Math.min(paper.length, opening.height)

            objectName: "paper"
            // Nothing hangs from the slot before a byte was sent, not even while the picture finds its size.
            visible: root.reach > 0
            width: opening.width
            height: paper.length
            // The end of the sheet comes out last, so its lower part is what shows while it hangs from the slot.
            y: Math.round(-paper.length + paper.shown * root.reach + (paper.length - paper.shown) * (root.out ? 1 : 0))
            color: "#FFFFFF"
            border.width: Theme.cardOutline
            border.color: Theme.ink2

            Behavior on y {
                enabled: !Theme.reducedMotion

                NumberAnimation {
                    duration: Theme.moveMs
                    easing.type: Easing.Linear
                }
            }

            Image {
                id: sheet

                x: Theme.mm(1)
                y: Theme.mm(2)
                width: paper.width - 2 * x
                height: sheet.implicitWidth > 0 ? Math.round(sheet.implicitHeight * width / sheet.implicitWidth) : 0
                source: root.picture
                mipmap: true
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Hình tờ phiếu đang ra khỏi máy in")
            }
        }
    }

    Column {
        id: words

        x: root.wordsAlone ? root.pad : slot.x + slot.width + root.pad
        y: Math.round((root.height - words.height) / 2)
        width: root.width - words.x - root.pad
        spacing: Theme.gap2

        KText {
            objectName: "sheetTitle"
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

        Flow {
            visible: root.asking
            width: words.width
            spacing: Theme.gap4
            topPadding: Theme.gap2

            KButton {
                objectName: "cameOut"
                height: Theme.buttonRow
                textRole: "body"
                text: qsTr("Đã ra đủ")
                iconName: "check"
                onClicked: root.answered(true)
            }

            KButton {
                objectName: "notOut"
                height: Theme.buttonRow
                textRole: "body"
                text: qsTr("Chưa ra")
                iconName: "close"
                onClicked: root.answered(false)
            }
        }
    }
}
