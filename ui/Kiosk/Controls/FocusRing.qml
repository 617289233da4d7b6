pragma ComponentBehavior: Bound

import QtQuick

// Two-tone ring outside a control, 12 px wide: seen on any ground.
Rectangle {
    id: root

    property int innerRadius: Theme.radius

    anchors.fill: parent
    anchors.margins: -2 * Theme.ring
    color: "transparent"
    radius: root.innerRadius + 2 * Theme.ring
    border.width: Theme.ring
    border.color: Theme.focusOuter

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.ring
        color: "transparent"
        radius: root.innerRadius + Theme.ring
        border.width: Theme.ring
        border.color: Theme.focusInner
    }
}
