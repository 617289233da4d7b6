pragma ComponentBehavior: Bound

import QtQuick

// A slip coming out of the slot, as far as `progress` (0 to 1) says. `picture` may show the slip itself.
Item {
    id: root

    property real progress: 0
    property url picture: ""
    property bool showsArrow: true
    readonly property real unit: root.width / 300

    implicitWidth: Theme.mm(74.4)
    implicitHeight: Math.round(root.width * 0.92)
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Hình phiếu đang ra khỏi máy in")

    Rectangle {
        width: root.width
        height: Math.round(66 * root.unit)
        radius: Theme.radius
        color: Theme.dark ? "#3A3A3A" : Theme.ink2
    }

    Rectangle {
        x: Math.round(24 * root.unit)
        y: Math.round(40 * root.unit)
        width: root.width - 2 * x
        height: Math.round(12 * root.unit)
        color: "#000000"
    }

    Item {
        id: window

        x: Math.round(30 * root.unit)
        y: Math.round(48 * root.unit)
        width: root.width - 2 * window.x
        height: Math.round(176 * root.unit)
        clip: true

        Rectangle {
            id: slip

            width: window.width
            height: window.height
            y: Math.round(-slip.height * (1 - Math.max(0, Math.min(1, root.progress))))
            color: "#FFFFFF"
            border.width: Theme.cardOutline
            border.color: Theme.dark ? "#FFFFFF" : Theme.ink2

            Behavior on y {
                NumberAnimation {
                    duration: Theme.moveMs
                }
            }

            Image {
                visible: root.picture.toString().length > 0
                anchors.fill: parent
                anchors.margins: Theme.gap2
                source: root.picture
                fillMode: Image.PreserveAspectFit
                verticalAlignment: Image.AlignBottom
                Accessible.ignored: true
            }

            Repeater {
                model: root.picture.toString().length > 0 ? [] : [[20, 120, 12], [46, 190, 8], [66, 160, 8]]

                Rectangle {
                    id: wordLine

                    required property var modelData

                    x: Math.round(24 * root.unit)
                    y: Math.round(wordLine.modelData[0] * root.unit)
                    width: Math.round(wordLine.modelData[1] * root.unit)
                    height: Math.round(wordLine.modelData[2] * root.unit)
                    color: "#2F3947"
                }
            }

            Icon {
                visible: root.picture.toString().length === 0
                x: Math.round((slip.width - width) / 2)
                y: Math.round(84 * root.unit)
                name: "qr_code_2"
                color: "#101828"
                size: Math.round(88 * root.unit)
            }
        }
    }

    Icon {
        visible: root.showsArrow
        x: Math.round((root.width - width) / 2)
        y: Math.round(226 * root.unit)
        name: "keyboard_arrow_down"
        size: Math.round(48 * root.unit)
    }
}
