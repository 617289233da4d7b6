pragma ComponentBehavior: Bound

import QtQuick

// The body of a control: outline, bottom edge, and how both move when pressed. Content follows `shift`.
Item {
    id: root

    property bool down: false
    property bool flat: false
    property color fill: Theme.paper
    property color rim: Theme.primary
    property int radius: Theme.radius
    property int outline: Theme.outline
    property int edge: Theme.edge
    property int pressShift: Theme.pressShift
    readonly property int shift: root.down && !root.flat ? root.pressShift : 0
    readonly property int bottomEdge: root.flat ? root.outline : root.down ? Math.max(root.outline, root.edge - root.pressShift) : root.edge

    Rectangle {
        y: root.shift
        width: root.width
        height: root.height - root.shift
        radius: root.radius
        color: root.rim

        Rectangle {
            x: root.outline
            y: root.outline
            width: parent.width - 2 * root.outline
            height: parent.height - root.outline - root.bottomEdge
            radius: Math.max(0, root.radius - root.outline)
            color: root.fill
        }
    }
}
