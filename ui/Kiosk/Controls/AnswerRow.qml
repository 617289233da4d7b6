pragma ComponentBehavior: Bound

import QtQuick

// One answer on the page that checks them all: label, value, the fault in words, and "Sửa".
Item {
    id: root

    property string label: ""
    property string value: ""
    property string fault: ""
    property string editText: qsTr("Sửa")
    property bool editable: true
    property bool lastRow: false
    readonly property bool faulty: root.fault.length > 0
    readonly property int pad: Theme.mm(4.7)

    signal edit

    implicitWidth: Theme.mm(200)
    // Large letters on a lying glass leave no height between rows: two answers are to stand there.
    readonly property bool close: Theme.large && !Theme.portrait
    readonly property int least: Theme.mm(Theme.step(root.faulty ? 39.66 : 30.74, 24, 28))
    readonly property int above: root.close ? Theme.mm(1) : Theme.gap2
    readonly property int aboveButton: root.close ? Theme.mm(1.5) : Theme.gap4

    implicitHeight: Math.max(root.least, words.height + 2 * root.above, change.visible ? change.height + 2 * root.aboveButton : 0)

    Rectangle {
        visible: root.faulty
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.errorGround
        border.width: Theme.outline
        border.color: Theme.error
    }

    Column {
        id: words

        x: root.pad
        y: Math.round((root.height - words.height) / 2)
        width: (change.visible ? change.x : root.width) - words.x - Theme.gap4

        KText {
            width: words.width
            role: "cap"
            text: root.label
            color: Theme.ink2
            lineHeight: 1
        }

        KText {
            width: words.width
            role: "lead"
            strong: true
            personal: true
            text: root.value
            lineHeight: 1
        }

        KText {
            width: words.width
            role: "cap"
            strong: true
            text: root.fault
            color: Theme.error
            visible: root.faulty
        }
    }

    KButton {
        id: change

        objectName: "edit-" + root.label
        visible: root.editable
        x: root.width - change.width - root.pad
        y: Math.round((root.height - change.height) / 2)
        width: Math.max(Theme.mm(48.6), change.implicitWidth)
        height: Theme.buttonRow
        textRole: "body"
        iconSize: Theme.mm(9.4 * Theme.zoom)
        iconName: "edit"
        text: root.editText
        spokenName: qsTr("%1: %2").arg(root.editText).arg(root.label)
        onClicked: root.edit()
    }

    Rectangle {
        visible: !root.faulty && !root.lastRow
        x: root.pad
        y: root.height - height
        width: root.width - 2 * root.pad
        height: Theme.cardOutline
        color: Theme.hair
    }
}
