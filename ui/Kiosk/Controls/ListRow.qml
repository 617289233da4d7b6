pragma ComponentBehavior: Bound

import QtQuick

// One choice in a list: icon, title, two lines, chevron. `note` stands before the chevron; `marks` are the parts
// of the title that a search matched.
Pressable {
    id: root

    property string title: ""
    property string line: ""
    property string more: ""
    property string note: ""
    property string marks: ""
    property string trailingIcon: "chevron_right"
    property bool low: false
    property string iconName: "description"
    property string pigment: "sky"
    property string titleRole: "btn"
    readonly property int pad: Theme.mm(4.96)
    readonly property int plateSize: Theme.mm(Theme.step(20, 16, 20) * (Theme.largest ? 1.5 : 1))

    spokenName: [root.title, root.line, root.more, root.note].filter(words => words.length > 0).join(". ")
    implicitWidth: Theme.mm(120)
    implicitHeight: Math.max(root.low ? Theme.target : Theme.rowHeight, words.height + 2 * Theme.gap2 + Theme.edge)

    Face {
        id: face

        anchors.fill: parent
        down: root.down
        fill: root.down ? Theme.sky : Theme.paper
    }

    Plate {
        id: plate

        visible: root.iconName.length > 0
        x: root.pad
        y: Math.round((root.height - face.bottomEdge - plate.height + face.shift) / 2)
        size: root.plateSize
        iconSize: Theme.iconRow
        iconName: root.iconName
        pigment: root.pigment
    }

    Column {
        id: words

        x: plate.visible ? plate.x + plate.width + root.pad : root.pad
        y: Math.round((root.height - face.bottomEdge - words.height + face.shift) / 2)
        width: (note.visible ? note.x - Theme.gap4 : chevron.x - Theme.gap2) - words.x

        MarkedWords {
            visible: root.marks.length > 0
            width: words.width
            height: implicitHeight
            text: root.title
            marks: root.marks
            pixelSize: Theme.fontPx(root.titleRole)
            lineFactor: 0.94
        }

        KText {
            visible: root.marks.length === 0
            width: words.width
            role: root.titleRole
            strong: true
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

        KText {
            width: words.width
            role: "cap"
            tight: true
            text: root.more
            color: Theme.ink2
            visible: root.more.length > 0
            spoken: false
        }
    }

    KText {
        id: note

        visible: root.note.length > 0
        width: Math.min(implicitWidth, root.width * 0.35)
        x: chevron.x - note.width - Theme.gap2
        y: Math.round((root.height - face.bottomEdge - note.height + face.shift) / 2)
        role: "cap"
        strong: true
        text: root.note
        color: Theme.primary
        spoken: false
    }

    Icon {
        id: chevron

        x: root.width - root.pad - chevron.width
        y: Math.round((root.height - face.bottomEdge - chevron.height + face.shift) / 2)
        name: root.trailingIcon
        size: Theme.iconRow
    }
}
