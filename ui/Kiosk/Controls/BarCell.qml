pragma ComponentBehavior: Bound

import QtQuick

// One cell of the bottom bar: icon above the word, or beside it.
Pressable {
    id: root

    property string text: ""
    property string iconName: ""
    property bool active: false
    property bool help: false
    property bool beside: false
    property bool wordOnly: false // where the largest letters leave no height for a sign
    readonly property int iconSize: Theme.mm(Theme.largest ? Theme.step(19, 17, 19) : Theme.step(12.89, 11.13, 12.89))
    readonly property bool boxed: root.active || root.help || root.down
    readonly property color ground: root.down ? Theme.sky : root.help ? Theme.help : root.active ? Theme.actionFace : Theme.paper
    readonly property color wordColor: root.down ? Theme.ink : root.help ? Theme.helpText : root.active ? Theme.actionText : Theme.ink
    readonly property color iconColor: root.down || root.help || root.active ? root.wordColor : Theme.primary

    spokenName: root.text
    spokenDescription: root.active ? qsTr("Đang bật") : ""

    Rectangle {
        anchors.fill: parent
        visible: root.boxed
        radius: Theme.radius
        color: root.ground
        border.width: root.active ? 0 : Theme.outline
        border.color: root.help ? (Theme.dark ? Theme.help : Theme.helpText) : Theme.primary
    }

    Grid {
        anchors.centerIn: parent
        columns: root.beside ? 2 : 1
        columnSpacing: Theme.gap2
        rowSpacing: Theme.mm(root.beside ? 0 : 0.5)
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            visible: !root.wordOnly
            name: root.iconName
            color: root.iconColor
            size: root.iconSize
        }

        KText {
            width: Math.min(Math.ceil(implicitWidth), root.width - (root.beside ? root.iconSize + Theme.gap2 : 0))
            role: "cap"
            strong: true
            lineHeight: 1
            text: root.text
            color: root.wordColor
            horizontalAlignment: Text.AlignHCenter
            spoken: false
        }
    }
}
