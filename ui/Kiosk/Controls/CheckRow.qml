pragma ComponentBehavior: Bound

import QtQuick

// A thing the person has or has not; the whole row toggles and the word says which.
Pressable {
    id: root

    property string title: ""
    property string line: ""
    property string yesText: qsTr("Đã có")
    property string noText: qsTr("Chưa có")
    readonly property string stateWord: root.checked ? root.yesText : root.noText
    readonly property color stateColor: root.checked ? Theme.success : Theme.primary
    readonly property int boxSize: Theme.mm(Theme.step(18.84, 15, 18.84) * (Theme.largest ? 1.4 : 1))
    readonly property int pad: Theme.mm(6.5)
    // With the largest letters the word beside the title would take half of the row: it stands below.
    readonly property bool stacked: Theme.largest
    readonly property int told: words.height + (root.stacked ? stateLabel.height : 0)

    signal toggled(bool value)

    checkable: true
    accessibleRole: Accessible.CheckBox
    spokenName: [root.title, root.line, root.stateWord].filter(words => words.length > 0).join(". ")
    implicitWidth: Theme.mm(120)
    implicitHeight: Math.max(Theme.mm(Theme.step(41.65, 25, 32) * Theme.tall()), root.told + 2 * Theme.gap2 + Theme.edge)
    onClicked: root.toggled(!root.checked)

    Face {
        id: face

        anchors.fill: parent
        down: root.down
        fill: root.down ? Theme.sky : root.checked ? Theme.successGround : Theme.paper
        rim: root.stateColor
    }

    Rectangle {
        id: box

        x: root.pad
        y: Math.round((root.height - face.bottomEdge - box.height + face.shift) / 2)
        width: root.boxSize
        height: root.boxSize
        radius: Theme.radiusKey
        color: root.checked ? Theme.success : Theme.paper
        border.width: Theme.mm(1)
        border.color: root.stateColor

        Icon {
            anchors.centerIn: parent
            visible: root.checked
            name: "check"
            color: Theme.paper
            size: Math.round(root.boxSize * 0.74)
        }
    }

    Column {
        id: words

        x: box.x + box.width + root.pad
        y: Math.round((root.height - face.bottomEdge - root.told + face.shift) / 2)
        width: (root.stacked ? root.width - root.pad : stateLabel.x - Theme.gap4) - words.x

        KText {
            width: words.width
            role: "row"
            text: root.title
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

    KText {
        id: stateLabel

        x: root.stacked ? words.x : root.width - root.pad - stateLabel.width
        y: root.stacked ? words.y + words.height : Math.round((root.height - face.bottomEdge - stateLabel.height + face.shift) / 2)
        font.weight: Theme.weightTitle
        text: root.stateWord
        color: root.stateColor
        spoken: false
    }
}
