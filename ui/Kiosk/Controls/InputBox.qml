pragma ComponentBehavior: Bound

import QtQuick

// Where typed text shows, with the caret behind it. It never asks for a system keyboard.
Rectangle {
    id: root

    property string text: ""
    property string placeholder: ""
    property string iconName: ""
    property string note: ""
    property string label: ""
    property bool active: true
    property bool personal: false // said to headphones only
    property bool faulty: false
    property string role: "input"
    // Several lines begin at the top, as on paper; one line stands in the middle.
    property bool fromTop: false
    readonly property int pad: Theme.mm(6)

    color: Theme.paper
    radius: Theme.radius
    border.width: Theme.mm(root.active ? 1.25 : 0.75)
    border.color: root.faulty ? Theme.error : Theme.primary
    implicitWidth: Theme.mm(120)
    implicitHeight: Math.max(Theme.searchField, shown.height + 2 * Theme.gap2)
    Accessible.role: Accessible.EditableText
    Accessible.name: root.label.length > 0 ? root.label : root.placeholder
    Accessible.description: root.note.length > 0 ? root.text + ". " + root.note : root.text
    Accessible.readOnly: true

    Icon {
        id: icon

        visible: root.iconName.length > 0
        x: root.pad
        y: Math.round((root.height - icon.height) / 2)
        name: root.iconName
        size: Theme.iconButton
    }

    KText {
        id: shown

        property real lastRight: 0
        property real lastMiddle: 0

        onLineLaidOut: line => {
            shown.lastRight = line.x + line.implicitWidth;
            shown.lastMiddle = line.y + line.height / 2;
        }
        x: icon.visible ? icon.x + icon.width + Theme.mm(5) : root.pad
        y: root.fromTop ? Math.max(0, Math.min(root.pad, Math.round((root.height - shown.height) / 2))) : Math.round((root.height - shown.height) / 2)
        width: root.width - shown.x - root.pad - (note.visible ? note.width + Theme.gap4 : 0) - (root.faulty ? sign.width + Theme.gap4 : 0) - caret.width
        role: root.text.length > 0 ? root.role : "body"
        text: root.text.length > 0 ? root.text : root.placeholder
        color: root.text.length > 0 ? Theme.ink : Theme.ink2
        spoken: false
    }

    Rectangle {
        id: caret

        visible: root.active
        width: Theme.mm(1.25)
        height: Theme.mm(Theme.step(14.87, 11, 14.87) * (Theme.largest ? 1.5 : 1))
        x: root.text.length > 0 ? shown.x + Math.min(shown.width, shown.lastRight) + Theme.mm(0.75) : shown.x - caret.width - Theme.mm(0.5)
        y: root.text.length > 0 ? Math.round(shown.y + shown.lastMiddle - caret.height / 2) : Math.round(root.fromTop ? shown.y + (shown.height - caret.height) / 2 : (root.height - caret.height) / 2)
        color: Theme.primary
    }

    // Who sees no red sees that something is wrong here by the sign.
    StateSign {
        id: sign

        visible: root.faulty
        x: (note.visible ? note.x - Theme.gap4 : root.width - root.pad) - sign.width
        y: Math.round((root.height - sign.height) / 2)
        kind: "error"
        color: Theme.error
        size: Theme.iconButton
    }

    KText {
        id: note

        visible: root.note.length > 0
        x: root.width - root.pad - note.width
        y: Math.round((root.height - note.height) / 2)
        role: "cap"
        strong: true
        text: root.note
        color: Theme.ink2
        spoken: false
    }
}
