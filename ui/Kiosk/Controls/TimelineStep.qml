pragma ComponentBehavior: Bound

import QtQuick

// One step of a dossier. `progress`: done, now or later, told by shape as well as by colour.
Item {
    id: root

    property string title: ""
    property string line: ""
    property string progress: "later"
    property bool lastStep: false
    readonly property bool done: root.progress === "done"
    readonly property bool now: root.progress === "now"
    readonly property int dot: Theme.mm(Theme.step(18.84, 14, 16) * (Theme.largest ? 1.4 : 1))
    readonly property string spokenState: root.done ? qsTr("Đã xong") : root.now ? qsTr("Đang làm") : qsTr("Chưa đến")

    implicitWidth: Theme.mm(200)
    implicitHeight: Math.max(Theme.mm(Theme.step(38.67, 20, 26)), words.height + Theme.gap4)
    Accessible.role: Accessible.ListItem
    Accessible.name: [root.spokenState, root.title, root.line].filter(words => words.length > 0).join(". ")

    Rectangle {
        visible: !root.lastStep
        x: Math.round((root.dot - width) / 2)
        y: root.dot
        width: Theme.mm(root.done ? 2 : 1)
        height: root.height - root.dot
        color: root.done ? Theme.success : Theme.line
    }

    Rectangle {
        id: circle

        width: root.dot
        height: root.dot
        radius: root.dot / 2
        color: root.done ? Theme.success : root.now ? Theme.primary : Theme.page
        border.width: Theme.mm(1)
        border.color: root.done ? Theme.success : root.now ? Theme.primary : Theme.line

        Icon {
            anchors.centerIn: parent
            visible: root.done || root.now
            name: root.done ? "check" : "hourglass_top"
            color: Theme.dark ? "#000000" : "#FFFFFF"
            size: Math.round(root.dot * 0.62)
        }

        Rectangle {
            visible: !root.done && !root.now
            anchors.centerIn: parent
            width: Math.round(root.dot * 0.55)
            height: width
            radius: width / 2
            color: Theme.page
            border.width: Theme.mm(1)
            border.color: Theme.line
        }
    }

    Column {
        id: words

        x: root.dot + Theme.gap8
        width: root.width - words.x

        KText {
            width: words.width
            role: "btn"
            text: root.title
            color: root.done || root.now ? Theme.ink : Theme.ink2
            spoken: false
        }

        KText {
            width: words.width
            text: root.line
            color: Theme.ink2
            visible: root.line.length > 0
            spoken: false
        }
    }
}
