pragma ComponentBehavior: Bound

import QtQuick

// Numbered steps to follow, side by side, or one below the other where words are large or the room is narrow.
Grid {
    id: root

    property var steps: []
    readonly property int dot: Theme.mm(15.87 * (Theme.largest ? 1.6 : Theme.large ? 1.2 : 1))
    // Side by side a step needs 60 mm, or its words break into three lines.
    readonly property bool stacked: Theme.large || Theme.largest || root.width < root.steps.length * Theme.mm(60)

    columns: root.stacked ? 1 : Math.max(1, root.steps.length)
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap2

    Repeater {
        model: root.steps

        Item {
            id: stepItem

            required property string modelData
            required property int index

            width: root.stacked ? root.width : Math.floor((root.width - root.columnSpacing * (root.columns - 1)) / root.columns)
            height: Math.max(root.dot, words.height)

            Rectangle {
                id: circle

                y: Math.round((stepItem.height - circle.height) / 2)
                width: root.dot
                height: root.dot
                radius: root.dot / 2
                color: Theme.actionFace

                KText {
                    anchors.centerIn: parent
                    strong: true
                    lineHeight: 1
                    text: stepItem.index + 1
                    color: Theme.actionText
                    spoken: false
                }
            }

            KText {
                id: words

                x: root.dot + Theme.mm(3.5)
                y: Math.round((stepItem.height - words.height) / 2)
                width: stepItem.width - words.x
                strong: true
                text: stepItem.modelData
            }
        }
    }
}
