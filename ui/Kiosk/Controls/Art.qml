pragma ComponentBehavior: Bound

import QtQuick

// A drawing of ours (`drum`, `pavilion`, `roundel`), rasterised once at its final size.
// One side may be left 0: it follows from the drawing's proportions.
Image {
    id: root

    property string name: "drum"
    property color color: Theme.drumOnIdentity
    property int drawnWidth: 0
    property int drawnHeight: 0
    property bool seen: false

    function look() {
        root.seen = root.seen || root.visible;
    }

    // Drawn once it is seen and its size stands: frames that change show and hide their parts within one turn.
    // What a shape or a mode hides costs neither time nor memory.
    onVisibleChanged: Qt.callLater(root.look)
    Component.onCompleted: Qt.callLater(root.look)

    source: root.seen ? "image://art/" + root.name + "/" + root.color.toString().slice(1) : ""
    sourceSize: Qt.size(root.drawnWidth, root.drawnHeight)
    width: root.drawnWidth > 0 ? root.drawnWidth : root.implicitWidth
    height: root.drawnHeight > 0 ? root.drawnHeight : root.implicitHeight
    fillMode: Image.Pad
    smooth: false
    Accessible.ignored: true
}
