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

    source: "image://art/" + root.name + "/" + root.color.toString().slice(1)
    sourceSize: Qt.size(root.drawnWidth, root.drawnHeight)
    width: root.drawnWidth > 0 ? root.drawnWidth : root.implicitWidth
    height: root.drawnHeight > 0 ? root.drawnHeight : root.implicitHeight
    fillMode: Image.Pad
    smooth: false
    Accessible.ignored: true
}
