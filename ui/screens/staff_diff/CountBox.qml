pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// A number with its sign and word: how many procedures are new, changed, gone.
Rectangle {
    id: root

    property string count: ""
    property string word: ""
    property string iconName: ""
    property string kind: "plain"
    readonly property color tint: root.kind === "success" ? Theme.success : root.kind === "warning" ? Theme.warning : root.kind === "error" ? Theme.error : Theme.ink2

    radius: Theme.radius
    border.width: Theme.cardOutline
    border.color: root.tint
    color: root.kind === "success" ? Theme.successGround : root.kind === "warning" ? Theme.warningGround : root.kind === "error" ? Theme.errorGround : Theme.paper
    implicitHeight: words.height + Theme.gap4
    Accessible.role: Accessible.StaticText
    Accessible.name: root.word + ": " + root.count

    Column {
        id: words

        x: Theme.gap2
        y: Theme.gap2
        width: root.width - Theme.gap4

        Row {
            spacing: Theme.gap2

            Icon {
                visible: Theme.portrait
                anchors.verticalCenter: parent.verticalCenter
                name: root.iconName
                color: root.tint
                size: Theme.mm(9)
            }

            KText {
                role: Theme.portrait ? "h1" : "lead"
                strong: true
                text: root.count
                color: root.tint
                spoken: false
            }
        }

        KText {
            width: words.width
            role: "cap"
            strong: true
            tight: true
            text: root.word
            color: root.tint
            spoken: false
        }
    }
}
