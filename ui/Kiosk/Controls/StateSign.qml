pragma ComponentBehavior: Bound

import QtQuick

// The sign of a state. What is wrong is a full disc: in a ring, "!" and the "i" of what is told look alike without hues.
Item {
    id: root

    property string kind: "info"
    property color color: Theme.primary
    property int size: Theme.iconInline
    readonly property bool wrong: root.kind === "error"
    readonly property var names: ({
            "success": "check_circle",
            "warning": "warning",
            "error": "priority_high",
            "priority": "star"
        })

    implicitWidth: root.size
    implicitHeight: root.size

    Rectangle {
        visible: root.wrong
        anchors.centerIn: parent
        width: Math.round(root.size * 0.84)
        height: width
        radius: width / 2
        color: root.color
    }

    Icon {
        anchors.centerIn: parent
        name: root.names[root.kind] ?? "info"
        color: root.wrong ? Theme.paper : root.color
        size: root.wrong ? Math.round(root.size * 0.62) : root.size
    }
}
