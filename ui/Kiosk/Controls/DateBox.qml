pragma ComponentBehavior: Bound

import QtQuick

// One part of a date.
Pressable {
    id: root

    property string label: ""
    property bool personal: true // said to headphones only
    property string value: ""
    property bool active: false
    property bool faulty: false
    readonly property int boxHeight: Theme.mm(Theme.step(36.69, 21, 30))

    spokenName: root.value.length > 0 ? root.label + " " + root.value : root.label
    spokenDescription: root.active ? qsTr("Đang nhập") : ""
    showsRing: false
    implicitWidth: Theme.mm(66)
    implicitHeight: caption.height + Theme.gap2 + root.boxHeight

    KText {
        id: caption

        strong: true
        text: root.label
        spoken: false
    }

    Rectangle {
        id: box

        y: caption.height + Theme.gap2
        width: root.width
        height: root.boxHeight
        radius: Theme.radius

        FocusRing {
            visible: root.activeFocus
        }

        color: root.down ? Theme.sky : Theme.paper
        border.width: Theme.mm(root.active ? 2 : 0.75)
        border.color: root.faulty ? Theme.error : Theme.primary

        KText {
            id: digits

            anchors.centerIn: parent
            role: "inputDate"
            wrapMode: Text.NoWrap
            text: root.value
            spoken: false
        }

        Rectangle {
            visible: root.active
            x: digits.x + digits.width + Theme.mm(0.5)
            y: Math.round((box.height - height) / 2)
            width: Theme.mm(1.25)
            height: Math.round(Theme.inputDate)
            color: Theme.primary
        }

        FocusRing {
            visible: root.activeFocus
        }
    }
}
