pragma ComponentBehavior: Bound

import QtQuick

// A Material Symbol, drawn by the icon provider in `color` at exactly `size` pixels. Always beside a word.
Image {
    id: root

    property string name: ""
    property color color: Theme.primary
    property int size: Theme.iconInline

    width: root.size
    height: root.size
    sourceSize: Qt.size(root.size, root.size)
    source: root.name.length > 0 ? "image://icon/" + root.name + "/" + root.color.toString().slice(1) : ""
    fillMode: Image.Pad
    smooth: false
    Accessible.ignored: true
}
