pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// Wide screens: the read-only third. Hall, time, and the pavilion.
Rectangle {
    id: root

    property string ward: ""
    property string point: ""
    property string time: ""
    property string date: ""
    property string note: ""
    property string badge: ""
    readonly property int pad: Theme.mm(7.9)

    signal emblemHeld

    color: Theme.identity
    clip: true

    Art {
        visible: Theme.art
        name: "drum"
        color: Theme.drumOnIdentity
        drawnWidth: Theme.mm(210)
        drawnHeight: Theme.mm(210)
        x: Math.round((root.width - width) / 2)
        y: root.height - Theme.mm(165)
    }

    Art {
        visible: Theme.art && !Theme.large
        name: "pavilion"
        drawnWidth: Theme.mm(82)
        drawnHeight: Theme.mm(118)
        x: Math.round((root.width - width) / 2)
        y: root.height - height
    }

    Roundel {
        id: emblem

        objectName: "emblem"
        x: root.pad
        y: Theme.mm(12)

        TapHandler {
            longPressThreshold: Theme.emblemHoldS
            gesturePolicy: TapHandler.WithinBounds
            onLongPressed: root.emblemHeld()
        }
    }

    Column {
        id: names

        x: emblem.x + emblem.width + Theme.gap4
        y: Theme.mm(8)
        width: root.width - names.x - root.pad

        KText {
            width: names.width
            role: "btn"
            text: root.ward
            color: Theme.identityText
        }

        KText {
            width: names.width
            role: "cap"
            text: root.point
            color: Theme.identityText2
        }
    }

    Column {
        x: root.pad
        y: Math.max(emblem.y + emblem.height, names.y + names.height) + Theme.gap8
        width: root.width - 2 * root.pad

        KText {
            width: parent.width
            role: "disp"
            text: root.time
            color: Theme.identityText
        }

        KText {
            width: parent.width
            role: "cap"
            text: root.date
            color: Theme.identityText2
        }

        KText {
            width: parent.width
            role: "cap"
            text: root.note
            color: Theme.identityText2
        }

        KText {
            width: parent.width
            visible: root.badge.length > 0
            role: "body"
            strong: true
            text: root.badge
            color: Theme.identityText2
        }
    }

    Rectangle {
        x: root.width - width
        width: Theme.leafRule
        height: root.height
        color: Theme.leaf
    }
}
