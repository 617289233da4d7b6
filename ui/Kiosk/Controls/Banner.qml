pragma ComponentBehavior: Bound

import QtQuick

// Feedback in the flow of the page: icon, title, line. Never a pop-up.
Rectangle {
    id: root

    property string kind: "info"
    property string title: ""
    property string line: ""
    readonly property color tint: root.tintOf()
    readonly property int barWidth: Theme.mm(3.47)

    function tintOf(): color {
        switch (root.kind) {
        case "success":
            return Theme.success;
        case "warning":
            return Theme.warning;
        case "error":
            return Theme.error;
        case "priority":
            return Theme.priority;
        default:
            return Theme.primary;
        }
    }

    function groundOf(): color {
        switch (root.kind) {
        case "success":
            return Theme.successGround;
        case "warning":
            return Theme.warningGround;
        case "error":
            return Theme.errorGround;
        case "priority":
            return Theme.priorityGround;
        default:
            return Theme.infoGround;
        }
    }

    color: root.tint
    radius: Theme.radius
    implicitWidth: Theme.mm(100)
    implicitHeight: Math.max(Theme.target, words.height + 2 * Theme.gap4)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.line.length > 0 ? root.title + ". " + root.line : root.title

    Rectangle {
        x: root.barWidth
        y: Theme.cardOutline
        width: root.width - root.barWidth - Theme.cardOutline
        height: root.height - 2 * Theme.cardOutline
        topRightRadius: root.radius - Theme.cardOutline
        bottomRightRadius: root.radius - Theme.cardOutline
        color: root.groundOf()
    }

    StateSign {
        id: icon

        x: root.barWidth + Theme.gap4 + Theme.mm(1)
        y: Math.round((root.height - icon.height) / 2)
        kind: root.kind
        color: root.tint
    }

    Column {
        id: words

        x: icon.x + icon.width + Theme.gap4
        y: Math.round((root.height - words.height) / 2)
        width: root.width - words.x - Theme.gap4

        KText {
            width: words.width
            strong: true
            font.weight: Theme.weightTitle
            text: root.title
            color: root.tint
            visible: root.title.length > 0
            spoken: false
        }

        KText {
            width: words.width
            text: root.line
            visible: root.line.length > 0
            spoken: false
        }
    }
}
