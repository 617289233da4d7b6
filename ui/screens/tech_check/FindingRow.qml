pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// One finding: its sign, what it is, and "Tốt" or the button that leads to the remedy.
Rectangle {
    id: root

    property string title: ""
    property string line: ""
    property string kind: "success"
    property string iconName: "check_circle"
    property string todo: ""
    readonly property color tint: root.kind === "error" ? Theme.error : root.kind === "warning" ? Theme.warning : Theme.success

    signal act

    radius: Theme.radius
    border.width: Theme.cardOutline
    border.color: root.kind === "success" ? Theme.hair : root.tint
    color: Theme.paper
    implicitHeight: Math.max(button.visible ? button.height : 0, words.height) + Theme.gap4
    Accessible.role: Accessible.StaticText
    Accessible.name: root.title + ". " + root.line

    Icon {
        id: sign

        x: Theme.gap4
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        color: root.tint
    }

    Column {
        id: words

        x: sign.x + sign.width + Theme.gap4
        anchors.verticalCenter: parent.verticalCenter
        width: (button.visible ? button.x : good.x) - x - Theme.gap4

        KText {
            width: words.width
            strong: true
            text: root.title
            spoken: false
        }

        KText {
            width: words.width
            role: "cap"
            tight: true
            color: Theme.ink2
            text: root.line
            spoken: false
        }
    }

    KText {
        id: good

        visible: root.kind === "success"
        x: root.width - implicitWidth - Theme.gap4
        anchors.verticalCenter: parent.verticalCenter
        strong: true
        color: Theme.success
        text: qsTr("Tốt")
    }

    KButton {
        id: button

        objectName: "fix-" + root.objectName
        visible: root.todo.length > 0
        x: root.width - width - Theme.gap2
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.mm(Theme.step(54, 52, 54))
        height: Theme.target
        textRole: "body"
        text: root.todo
        onClicked: root.act()
    }
}
