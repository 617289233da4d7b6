pragma ComponentBehavior: Bound

import QtQuick

// Where the person is: words first, then one bar a step.
Column {
    id: root

    property int current: 1
    property int total: 1
    property string words: ""
    readonly property int barGap: Theme.mm(2.5)

    spacing: Theme.mm(1.5)
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.words

    KText {
        width: root.width
        strong: true
        text: root.words
        color: Theme.ink2
        spoken: false
    }

    Row {
        spacing: root.barGap

        Repeater {
            model: root.total

            Rectangle {
                id: stepBar

                required property int index

                width: Math.floor((root.width - root.barGap * (root.total - 1)) / root.total)
                height: Theme.mm(4)
                radius: stepBar.height / 2
                color: stepBar.index < root.current ? Theme.primary : Theme.paper
                border.width: Theme.cardOutline
                border.color: Theme.primary
            }
        }
    }
}
