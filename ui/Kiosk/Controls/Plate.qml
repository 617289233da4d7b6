pragma ComponentBehavior: Bound

import QtQuick

// An icon on its coloured plate: a recall aid beside a word.
Rectangle {
    id: root

    property string iconName: ""
    property string pigment: "sky"
    property int size: Theme.plateTile
    property int iconSize: Theme.iconTile
    property bool round: false

    width: root.size
    height: root.size
    radius: root.round ? root.size / 2 : Theme.radius
    color: Theme.pigmentPlate(root.pigment)
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        name: root.iconName
        color: Theme.pigmentInk(root.pigment)
        size: root.iconSize
    }
}
