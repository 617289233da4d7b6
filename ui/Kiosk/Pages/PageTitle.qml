pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// The page's question or name with one line under it; a plate or a plain icon in front where given.
Item {
    id: root

    property string title: ""
    property string line: ""
    property string iconName: ""
    property string pigment: "sky"
    property bool plate: true
    property color tint: Theme.ink
    property string role: "disp"
    property bool personal: false // said to headphones only

    readonly property int before: root.iconName.length > 0 ? sign.width + Theme.gap6 : 0

    implicitHeight: Math.max(words.height, root.iconName.length > 0 ? sign.height : 0)
    height: root.implicitHeight

    Item {
        id: sign

        readonly property int size: Theme.mm(Theme.step(27.2, 18, 22))

        visible: root.iconName.length > 0
        width: sign.size
        height: sign.size

        Plate {
            visible: root.plate
            size: sign.size
            iconSize: Theme.iconTile
            iconName: root.iconName
            pigment: root.pigment
        }

        Icon {
            visible: !root.plate
            name: root.iconName
            size: sign.size
            color: root.tint
        }
    }

    Column {
        id: words

        x: root.before
        y: Math.round((root.implicitHeight - words.height) / 2)
        width: root.width - root.before

        KText {
            width: words.width
            role: root.role
            personal: root.personal
            text: root.title
            color: root.tint
        }

        KText {
            width: words.width
            visible: root.line.length > 0
            role: "body"
            text: root.line
            color: Theme.ink2
        }
    }
}
