pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// A paper to bring: what it is, and one line on where to get it or when it is not needed.
Item {
    id: root

    required property string title
    required property string line
    required property string icon

    implicitHeight: words.height
    Accessible.role: Accessible.ListItem
    Accessible.name: root.title + ". " + root.line

    Icon {
        id: sign

        name: root.icon
    }

    Column {
        id: words

        x: sign.width + Theme.gap4
        width: root.width - x

        KText {
            width: words.width
            role: "lead"
            strong: true
            text: root.title
        }

        KText {
            width: words.width
            role: "cap"
            text: root.line
            color: Theme.ink2
            visible: root.line.length > 0
        }
    }
}
