pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// One step of several, with its number in a disc.
Item {
    id: root

    property int number: 1
    property string text: ""

    implicitHeight: Math.max(dot.height, words.height)
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1. %2").arg(root.number).arg(root.text)

    Rectangle {
        id: dot

        width: Theme.mm(Theme.step(14, 10.5, 13) * (Theme.largest ? 1.9 : Theme.large ? 1.5 : 1))
        height: width
        radius: width / 2
        color: Theme.actionFace

        KText {
            anchors.centerIn: parent
            role: "cap"
            strong: true
            lineHeight: 1
            text: root.number.toString()
            color: Theme.actionText
            spoken: false
        }
    }

    KText {
        id: words

        x: dot.width + Theme.gap4
        y: Math.max(0, Math.round((dot.height - height) / 2))
        width: root.width - x
        role: "lead"
        text: root.text
        spoken: false
    }
}
