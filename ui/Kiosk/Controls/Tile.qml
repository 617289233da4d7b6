pragma ComponentBehavior: Bound

import QtQuick

// A life event on the home page: plate, title, one line. `vertical` is the form of the wide screen.
Pressable {
    id: root

    property string title: ""
    property string line: ""
    property string iconName: "description"
    property string pigment: "sky"
    property bool vertical: Theme.wide && !Theme.largest
    readonly property int pad: Theme.mm(root.vertical ? 5.2 : 4.96)
    readonly property int wordsX: root.vertical ? root.pad : root.pad + plate.size + Theme.mm(root.vertical ? 0 : Theme.landscape ? 3.5 : 4.96)

    spokenName: root.line.length > 0 ? root.title + ". " + root.line : root.title
    ringRadius: Theme.radiusCard
    implicitWidth: Theme.mm(80.9)
    implicitHeight: Math.max(Theme.tileHeight, (root.vertical ? plate.size + Theme.gap4 : 0) + words.height + 2 * root.pad + Theme.edge)

    Face {
        id: face

        anchors.fill: parent
        radius: Theme.radiusCard
        down: root.down
        fill: root.down ? Theme.sky : Theme.paper
    }

    Plate {
        id: plate

        x: root.pad
        y: root.vertical ? root.pad + face.shift : Math.round((root.height - face.bottomEdge - plate.height + face.shift) / 2)
        iconName: root.iconName
        pigment: root.pigment
    }

    Column {
        id: words

        x: root.wordsX
        y: root.vertical ? plate.y + plate.height + Theme.mm(2.5) : Math.round((root.height - face.bottomEdge - words.height + face.shift) / 2)
        width: root.width - root.wordsX - Theme.mm(2.5)

        KText {
            width: words.width
            role: "btn"
            text: root.title
            lineHeight: 0.94
            spoken: false
        }

        KText {
            width: words.width
            role: "cap"
            tight: true
            text: root.line
            color: Theme.ink2
            visible: root.line.length > 0
            spoken: false
        }
    }
}
