pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// One procedure of the diff: what happens to it, the change people feel most, and a button to see it whole.
Rectangle {
    id: root

    property string title: ""
    property string kind: "changed"
    property string iconName: "edit"
    property string word: ""
    property string before: ""
    property string after: ""
    property string rest: ""
    property bool compares: false
    readonly property int pad: Theme.mm(Theme.step(4, 2, 3))
    // Before and after stand side by side where each has its line: more changes are then seen at once.
    readonly property int half: Math.floor((values.width - values.columnSpacing) / 2)
    readonly property bool sideBySide: Math.max(old.oneLine, now.oneLine) <= root.half
    readonly property color tint: root.kind === "added" ? Theme.success : root.kind === "changed" ? Theme.warning : Theme.error

    signal look

    radius: Theme.radiusCard
    border.width: Theme.cardOutline
    border.color: Theme.hair
    color: Theme.paper
    implicitHeight: head.height + (root.compares ? values.height + Theme.gap2 : 0) + 2 * root.pad

    component Value: Rectangle {
        id: value

        property string label: ""
        property string words: ""
        property bool old: false
        readonly property int oneLine: text.x + Math.ceil(text.implicitWidth) + Theme.gap2

        visible: root.compares
        radius: Theme.radiusKey
        color: value.old ? Theme.errorGround : Theme.successGround
        height: text.height + Theme.gap2

        KText {
            id: caption

            x: Theme.gap2
            y: Theme.mm(1)
            width: Theme.mm(Theme.step(20, 15, 17))
            role: "cap"
            strong: true
            text: value.label
            color: value.old ? Theme.error : Theme.success
        }

        KText {
            id: text

            x: caption.x + caption.width + Theme.gap2
            y: Theme.mm(1)
            width: value.width - x - Theme.gap2
            role: Theme.portrait ? "body" : "cap"
            strong: !value.old
            font.strikeout: value.old && value.words.length > 0
            text: value.words.length > 0 ? value.words : qsTr("chưa có")
        }
    }

    Item {
        id: head

        x: root.pad
        y: root.pad
        width: root.width - 2 * root.pad
        height: Math.max(tag.height, name.height, button.height)

        Rectangle {
            id: tag

            width: tagWords.x + tagWords.implicitWidth + Theme.gap2
            height: tagWords.height + Theme.gap2
            radius: Theme.radiusKey
            border.width: Theme.cardOutline
            border.color: root.tint
            color: root.kind === "added" ? Theme.successGround : root.kind === "changed" ? Theme.warningGround : Theme.errorGround

            Icon {
                id: sign

                x: Theme.gap2
                anchors.verticalCenter: parent.verticalCenter
                name: root.iconName
                color: root.tint
                size: Theme.mm(7)
            }

            KText {
                id: tagWords

                x: sign.x + sign.width + Theme.mm(1)
                anchors.verticalCenter: parent.verticalCenter
                role: "cap"
                strong: true
                lineHeight: 1
                text: root.word
                color: root.tint
            }
        }

        Column {
            id: name

            x: tag.width + Theme.gap4
            width: button.x - x - Theme.gap4

            KText {
                width: name.width
                role: Theme.portrait ? "lead" : "body"
                strong: true
                lineHeight: 1
                text: root.title
            }

            KText {
                width: name.width
                visible: root.rest.length > 0
                role: "cap"
                tight: true
                color: Theme.ink2
                text: root.rest
            }
        }

        KButton {
            id: button

            objectName: "look-" + root.objectName
            x: head.width - width
            width: Theme.mm(Theme.step(40, 34, 40))
            height: Theme.target
            textRole: "body"
            text: qsTr("Xem")
            onClicked: root.look()
        }
    }

    Grid {
        id: values

        readonly property int each: root.sideBySide ? root.half : values.width

        x: root.pad
        y: head.y + head.height + Theme.gap2
        width: root.width - 2 * root.pad
        columns: root.sideBySide ? 2 : 1
        columnSpacing: Theme.gap4
        rowSpacing: Theme.mm(1.5)

        Value {
            id: old

            width: values.each
            label: qsTr("Cũ")
            words: root.before
            old: true
        }

        Value {
            id: now

            width: values.each
            label: qsTr("Mới")
            words: root.after
        }
    }
}
