pragma ComponentBehavior: Bound

import QtQuick

// A card to read, with no rim that looks like a control. Children stand below the title row.
Rectangle {
    id: root

    property string title: ""
    property string iconName: ""
    property string pigment: "sky"
    property color rim: Theme.hair
    property int rimWidth: Theme.cardOutline
    property int pad: Theme.mm(Theme.step(5.95, 4.2, 5.95))
    default property alias content: body.data
    readonly property int circle: Theme.mm(13.9 * Theme.zoom)

    color: Theme.paper
    radius: Theme.radiusCard
    border.width: root.rimWidth
    border.color: root.rim
    implicitWidth: Theme.mm(80)
    implicitHeight: body.y + body.height + root.pad

    Plate {
        id: plate

        x: root.pad
        y: root.pad
        round: true
        visible: root.iconName.length > 0
        size: root.circle
        iconSize: Math.round(root.circle * 0.64)
        iconName: root.iconName
        pigment: root.pigment
    }

    KText {
        id: heading

        x: plate.visible ? plate.x + plate.width + Theme.gap4 : root.pad
        y: plate.visible ? Math.max(root.pad, plate.y + Math.round((plate.height - Math.min(heading.height, heading.implicitHeight)) / 2)) : root.pad
        width: root.width - heading.x - root.pad
        visible: root.title.length > 0
        strong: true
        text: root.title
        color: Theme.ink2
    }

    Column {
        id: body

        x: root.pad
        y: root.title.length > 0 ? Math.max(plate.visible ? plate.y + plate.height : 0, heading.y + heading.height) + Theme.gap2 : root.pad
        width: root.width - 2 * root.pad
        spacing: Theme.gap2
    }
}
