pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// The tall lacquer panel: whose hall this is, when it is open, what is new. Read-only, so it may stand out of reach.
Rectangle {
    id: root

    property string ward: ""
    property string point: ""
    property string time: ""
    property string date: ""
    property string note: ""
    property string badge: ""
    property string openingHours: ""
    property string notice: ""
    readonly property bool tight: Theme.large || Theme.largest
    readonly property int middle: Math.max(emblem.y + emblem.height, names.y + names.height, clock.y + clock.height) + Theme.gap4

    signal emblemHeld

    color: Theme.identity
    clip: true

    Art {
        visible: Theme.art
        name: "drum"
        color: Theme.drumOnIdentity
        drawnWidth: Theme.mm(178)
        drawnHeight: Theme.mm(178)
        x: root.width - Math.round(width * 0.78)
        y: -Theme.mm(24)
    }

    Art {
        id: pavilion

        visible: Theme.art && !root.tight && root.height > Theme.mm(90)
        name: "pavilion"
        drawnWidth: Theme.mm(56)
        drawnHeight: Theme.mm(79)
        x: root.width - width - Theme.mm(11)
        y: root.height - height
    }

    Roundel {
        id: emblem

        objectName: "emblem"
        size: Theme.mm(19.8)
        x: Theme.margin
        y: Theme.mm(10.4)

        TapHandler {
            longPressThreshold: Theme.emblemHoldS
            gesturePolicy: TapHandler.WithinBounds
            onLongPressed: root.emblemHeld()
        }
    }

    Column {
        id: names

        x: emblem.x + emblem.width + Theme.gap6
        y: Math.max(Theme.gap4, emblem.y + Math.round((emblem.height - height) / 2))
        width: clock.x - x - Theme.gap4

        KText {
            width: names.width
            role: "btn"
            text: root.ward
            color: Theme.identityText
        }

        KText {
            width: names.width
            visible: !root.tight
            role: "body"
            text: root.point
            color: Theme.identityText2
        }
    }

    Column {
        id: clock

        x: root.width - width - Theme.margin
        y: Theme.mm(8)

        KText {
            anchors.right: parent.right
            role: root.tight ? "btn" : "h1"
            text: root.time
            color: Theme.identityText
        }

        KText {
            anchors.right: parent.right
            visible: !root.tight
            role: "cap"
            text: root.date
            color: Theme.identityText2
        }
    }

    Column {
        id: facts

        readonly property int room: root.height - facts.y - Theme.leafRule - Theme.gap4

        x: Theme.margin
        y: Math.max(Theme.mm(root.tight ? 0 : 42), root.middle)
        width: (pavilion.visible ? pavilion.x : root.width - Theme.margin) - x - Theme.gap8
        spacing: Theme.gap2

        KText {
            id: trial

            width: facts.width
            visible: root.badge.length > 0 && trial.implicitHeight <= facts.room
            role: "body"
            strong: true
            text: root.badge.length > 0 ? qsTr("%1, không có giá trị giấy tờ").arg(root.badge) : ""
            color: Theme.identityText2
        }

        Column {
            id: hours

            readonly property int above: trial.visible ? trial.implicitHeight + facts.spacing : 0

            visible: root.openingHours.length > 0 && hours.above + hoursHead.implicitHeight + hoursText.implicitHeight + facts.spacing <= facts.room
            spacing: facts.spacing

            KText {
                id: hoursHead

                width: facts.width
                role: "body"
                strong: true
                text: qsTr("Giờ làm việc")
                color: Theme.identityText2
            }

            KText {
                id: hoursText

                width: facts.width
                role: "btn"
                text: root.openingHours
                color: Theme.identityText
            }
        }

        KText {
            id: news

            readonly property int above: hours.above + (hours.visible ? hours.implicitHeight + facts.spacing : 0)

            width: facts.width
            visible: root.notice.length > 0 && news.above + news.implicitHeight <= facts.room
            role: "cap"
            text: root.notice
            color: Theme.identityText
        }

        KText {
            id: age

            readonly property int above: news.above + (news.visible ? news.implicitHeight + facts.spacing : 0)

            width: facts.width
            visible: root.note.length > 0 && age.above + age.implicitHeight <= facts.room
            role: "cap"
            text: root.note
            color: Theme.identityText2
        }
    }

    Rectangle {
        y: root.height - height
        width: root.width
        height: Theme.leafRule
        color: Theme.leaf
    }
}
