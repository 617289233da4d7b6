pragma ComponentBehavior: Bound

import QtQuick

// Read-only strip: whose hall this is, the time, and one note. Lacquer for citizens, ink for staff.
// The emblem is the staff's way in: held for five seconds it says `emblemHeld`.
Rectangle {
    id: root

    property string hall: ""
    property string shortHall: ""
    property string point: ""
    property string time: ""
    property string note: ""
    property string badge: ""
    property bool staff: false
    readonly property bool oneLine: Theme.landscape || Theme.large || Theme.largest
    readonly property string hallShown: Theme.largest && root.shortHall.length > 0 ? root.shortHall : root.hall

    signal emblemHeld

    color: root.staff ? Theme.staffHeader : Theme.identity
    clip: true
    implicitWidth: Theme.mm(268)
    implicitHeight: Theme.header

    Art {
        visible: Theme.art && !root.staff
        drawnWidth: Theme.mm(Theme.landscape ? 122 : 181)
        drawnHeight: drawnWidth
        x: root.width - Theme.mm(Theme.landscape ? 102 : 125)
        y: Theme.mm(10) - Math.round(drawnHeight / 2)
    }

    Item {
        id: emblem

        objectName: "emblem"
        width: Theme.margin + seal.width + Theme.gap4
        height: root.height
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Biểu tượng của điểm phục vụ")

        TapHandler {
            longPressThreshold: Theme.emblemHoldS
            gesturePolicy: TapHandler.WithinBounds
            onLongPressed: root.emblemHeld()
        }

        Roundel {
            id: seal

            visible: !root.staff
            x: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: -Math.round(Theme.leafRule / 2)
        }

        Icon {
            visible: root.staff
            anchors.centerIn: seal
            name: "badge"
            color: Theme.leaf
            size: seal.size
        }
    }

    Column {
        id: left

        x: emblem.width + Theme.mm(1)
        y: Math.round((root.height - Theme.leafRule - left.height) / 2)
        width: right.x - left.x - Theme.gap4

        Row {
            spacing: Theme.gap4

            KText {
                width: Math.min(Math.ceil(implicitWidth), left.width - (badge.visible ? badge.width + Theme.gap4 : 0))
                role: root.oneLine && !Theme.landscape ? "cap" : "body"
                strong: true
                tight: true
                text: root.hallShown
                color: Theme.identityText
            }

            Rectangle {
                id: badge

                visible: root.badge.length > 0
                anchors.verticalCenter: parent.verticalCenter
                width: badgeText.implicitWidth + 2 * Theme.gap2
                height: Math.min(badgeText.implicitHeight, Theme.mm(root.oneLine ? 20 : 9.5))
                radius: Theme.radiusKey
                color: Theme.help

                KText {
                    id: badgeText

                    anchors.centerIn: parent
                    role: "cap"
                    strong: true
                    lineHeight: 1
                    text: root.badge
                    color: Theme.helpText
                }
            }
        }

        KText {
            width: left.width
            role: "cap"
            tight: true
            text: root.point
            color: Theme.identityText2
            visible: !root.oneLine && root.point.length > 0
        }
    }

    Row {
        id: right

        x: root.width - right.width - Theme.margin
        y: Math.round((root.height - Theme.leafRule - right.height) / 2)
        spacing: Theme.gap6

        KText {
            visible: Theme.landscape && !Theme.large && !Theme.largest && root.note.length > 0
            role: "cap"
            lineHeight: 1
            text: root.note
            color: Theme.identityText2
        }

        Column {
            KText {
                anchors.right: parent.right
                role: root.oneLine ? "cap" : "body"
                strong: !Theme.landscape
                lineHeight: root.oneLine ? 1 : 0.95
                text: root.time
                color: Theme.landscape ? Theme.identityText2 : Theme.identityText
            }

            KText {
                anchors.right: parent.right
                role: "cap"
                tight: true
                text: root.note
                color: Theme.identityText2
                visible: !root.oneLine && root.note.length > 0
            }
        }
    }

    Rectangle {
        y: root.height - Theme.leafRule
        width: root.width
        height: Theme.leafRule
        color: Theme.leaf
    }
}
