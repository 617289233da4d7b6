pragma ComponentBehavior: Bound

import QtQuick

// A state in one line: icon, words, and a note at the right. Kinds as in Banner.
Rectangle {
    id: root

    property string kind: "info"
    property string text: ""
    property string note: ""
    readonly property var looks: ({
            "success": [Theme.success, Theme.successGround],
            "warning": [Theme.warning, Theme.warningGround],
            "error": [Theme.error, Theme.errorGround],
            "priority": [Theme.priority, Theme.priorityGround],
            "info": [Theme.primary, Theme.infoGround]
        })
    readonly property var look: root.looks[root.kind] ?? root.looks["info"]

    color: root.look[1]
    radius: Theme.radiusKey
    border.width: Theme.dark ? Theme.cardOutline : 0
    border.color: root.look[0]
    implicitWidth: words.x + words.implicitWidth + Theme.gap4
    implicitHeight: Math.max(Theme.mm(11.9), words.height + Theme.mm(1.5))
    Accessible.role: Accessible.StaticText
    Accessible.name: root.note.length > 0 ? root.text + ". " + root.note : root.text

    StateSign {
        id: icon

        x: Theme.gap2
        y: Math.round((root.height - icon.height) / 2)
        kind: root.kind
        color: root.look[0]
        size: Theme.mm(8.5 * Theme.zoom)
    }

    KText {
        id: words

        x: icon.x + icon.width + Theme.gap2
        y: Math.round((root.height - words.height) / 2)
        width: (note.visible ? note.x - Theme.gap2 : root.width - Theme.gap2) - words.x
        role: "cap"
        strong: true
        lineHeight: 1
        text: root.text
        color: root.look[0]
        spoken: false
    }

    KText {
        id: note

        visible: root.note.length > 0
        x: root.width - note.width - Theme.gap2
        y: Math.round((root.height - note.height) / 2)
        role: "cap"
        lineHeight: 1
        text: root.note
        color: Theme.ink
        spoken: false
    }
}
