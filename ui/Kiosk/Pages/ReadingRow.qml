pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// A paragraph to read: heading, words, and a smaller line under them. A marked row begins a group.
Item {
    id: root

    property string title: ""
    property string line: ""
    property string note: ""
    property string iconName: ""
    property bool marked: false
    // A heading alone at the foot of a page says nothing.
    readonly property bool keepsWithNext: root.marked && root.line.length === 0
    // About sixty letters: longer lines lose the eye.
    readonly property int measure: Math.min(root.width, Theme.body * 34)
    readonly property int indent: Theme.large || Theme.largest ? 0 : Theme.iconInline + Theme.gap4

    implicitHeight: words.y + words.height
    Accessible.role: Accessible.ListItem
    Accessible.name: [root.title, root.line, root.note].filter(text => text.length > 0).join(". ")

    Rectangle {
        id: rule

        visible: root.marked
        y: Theme.gap2
        width: root.measure
        height: Theme.cardOutline
        color: Theme.hair
    }

    Icon {
        visible: root.iconName.length > 0 && !Theme.large && !Theme.largest
        y: words.y
        name: root.iconName
        size: Theme.iconInline
    }

    Column {
        id: words

        x: root.indent
        y: rule.visible ? rule.y + Theme.gap4 : 0
        width: root.measure - root.indent

        KText {
            width: words.width
            visible: root.title.length > 0
            role: "lead"
            strong: true
            text: root.title
            color: root.marked ? Theme.primary : Theme.ink
            spoken: false
        }

        KText {
            width: words.width
            visible: root.line.length > 0
            role: "body"
            text: root.line
            spoken: false
        }

        KText {
            width: words.width
            visible: root.note.length > 0
            role: "cap"
            text: root.note
            color: Theme.ink2
            spoken: false
        }
    }
}
