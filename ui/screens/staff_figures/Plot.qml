pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// Bars, oldest at the left; each says its number, the last one is today.
Rectangle {
    id: root

    property var bars: []
    readonly property int highest: Math.max(1, ...root.bars)
    readonly property int pad: Theme.gap4
    readonly property int each: Math.floor((root.width - 2 * root.pad) / Math.max(1, root.bars.length))

    radius: Theme.radiusCard
    border.width: Theme.cardOutline
    border.color: Theme.hair
    color: Theme.paper
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Lượt dùng từng ngày: %1").arg(root.bars.join(", "))

    Repeater {
        model: root.bars

        Item {
            id: bar

            required property int index
            required property int modelData
            readonly property bool isToday: bar.index === root.bars.length - 1

            x: root.pad + bar.index * root.each
            y: root.pad
            width: root.each
            height: root.height - 2 * root.pad

            Rectangle {
                id: column

                x: Math.round(bar.width * 0.15)
                y: bar.height - height
                width: Math.round(bar.width * 0.7)
                height: Math.max(Theme.mm(0.75), Math.round((bar.height - number.height) * bar.modelData / root.highest))
                radius: Theme.mm(1)
                color: bar.isToday ? Theme.primary : Theme.line
            }

            KText {
                id: number

                y: column.y - height
                width: bar.width
                role: "cap"
                strong: bar.isToday
                tight: true
                horizontalAlignment: Text.AlignHCenter
                text: String(bar.modelData)
                spoken: false
            }
        }
    }
}
