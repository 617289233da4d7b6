pragma ComponentBehavior: Bound

import QtQuick

// The button. One `primary` a screen; `quiet` only inside cards. A `reason` says why it cannot be used now.
Pressable {
    id: root

    property string text: ""
    property string iconName: ""
    property string variant: "secondary"
    property bool busy: false
    property string busyText: qsTr("Đang làm…")
    property bool iconAbove: false
    property bool trailingIcon: false
    property bool leftAligned: false
    property string reason: ""
    property string line: ""
    property string textRole: root.iconAbove ? "body" : "btn"
    property int iconSize: Theme.iconButton
    property bool busyShown: false

    readonly property bool off: !root.enabled || root.reason.length > 0
    readonly property bool filled: root.variant === "primary" && !root.off
    readonly property string words: root.busyShown ? root.busyText : root.reason.length > 0 ? qsTr("%1: %2").arg(root.text).arg(root.reason) : root.text
    readonly property string shownIcon: root.busyShown ? "hourglass_top" : root.iconName
    readonly property color faceColor: root.restingFace()
    readonly property color rimColor: root.restingRim()
    readonly property color wordColor: root.restingWord()
    readonly property int padX: root.iconAbove ? Theme.gap2 : Theme.gap4
    readonly property int padY: Theme.gap2
    readonly property int iconGap: Theme.gap4
    readonly property bool hasIcon: root.shownIcon.length > 0
    readonly property int wordsHeight: content.height

    function restingFace(): color {
        if (root.off) {
            return Theme.page;
        }
        switch (root.variant) {
        case "primary":
            return root.down ? Theme.primaryDown : Theme.actionFace;
        case "help":
            return root.down ? Theme.sky : Theme.help;
        case "quiet":
            return root.down ? Theme.sky : Theme.paper;
        default:
            return root.down ? Theme.sky : Theme.paper;
        }
    }

    function restingRim(): color {
        if (root.off) {
            return Theme.line;
        }
        switch (root.variant) {
        case "primary":
            return root.down ? Theme.primaryDown : Theme.actionRim;
        case "danger":
            return Theme.error;
        case "help":
            return Theme.dark ? Theme.help : Theme.helpText;
        case "quiet":
            return root.faceColor;
        default:
            return Theme.primary;
        }
    }

    function restingWord(): color {
        if (root.off) {
            return Theme.ink2;
        }
        switch (root.variant) {
        case "primary":
            return Theme.actionText;
        case "danger":
            return Theme.error;
        case "help":
            return root.down ? Theme.ink : Theme.helpText;
        default:
            return Theme.primary;
        }
    }

    spokenName: root.line.length > 0 ? root.words + ". " + root.line : root.words
    blocked: root.busy || root.reason.length > 0
    implicitWidth: Math.max(Theme.target, Math.ceil(probe.implicitWidth) + 2 * root.padX + (root.hasIcon && !root.iconAbove ? root.iconSize + root.iconGap : 0))
    implicitHeight: Math.max(root.iconAbove ? Theme.buttonIconAbove : root.variant === "primary" ? Theme.buttonPrimary : Theme.button, content.height + 2 * root.padY + Theme.edge)
    onBusyChanged: root.busyShown = false

    Timer {
        interval: Theme.busyAfterMs
        running: root.busy
        onTriggered: root.busyShown = true
    }

    KText {
        id: probe

        role: root.reason.length > 0 ? "body" : root.textRole
        strong: true
        text: root.words
        visible: false
        wrapMode: Text.NoWrap
        spoken: false
    }

    Face {
        id: face

        anchors.fill: parent
        down: root.down && !root.blocked
        flat: root.off || root.variant === "quiet"
        fill: root.faceColor
        rim: root.rimColor
    }

    Item {
        id: content

        readonly property int room: root.width - 2 * root.padX
        readonly property int beside: root.hasIcon && !root.iconAbove ? root.iconSize + root.iconGap : 0
        readonly property int wordsWidth: Math.min(Math.ceil(Math.max(probe.implicitWidth, below.visible ? below.implicitWidth : 0)), content.room - content.beside)

        width: root.iconAbove ? content.room : content.beside + content.wordsWidth
        height: root.iconAbove ? (root.hasIcon ? root.iconSize + Theme.mm(1) : 0) + column.height : Math.max(column.height, root.hasIcon ? root.iconSize : 0)
        x: root.leftAligned ? Theme.gap8 : Math.round((root.width - content.width) / 2)
        y: Math.round((root.height - face.bottomEdge - content.height + face.shift + Theme.outline) / 2)

        Icon {
            name: root.shownIcon
            color: root.wordColor
            size: root.iconSize
            visible: root.hasIcon
            x: root.iconAbove ? Math.round((content.width - root.iconSize) / 2) : root.trailingIcon ? content.width - root.iconSize : 0
            y: root.iconAbove ? 0 : Math.round((content.height - root.iconSize) / 2)
        }

        Column {
            id: column

            width: root.iconAbove ? content.room : content.wordsWidth
            x: root.iconAbove || root.trailingIcon ? 0 : content.beside
            y: root.iconAbove ? (root.hasIcon ? root.iconSize + Theme.mm(1) : 0) : Math.round((content.height - column.height) / 2)

            KText {
                width: column.width
                role: probe.role
                strong: true
                text: root.words
                color: root.wordColor
                horizontalAlignment: root.iconAbove || !root.hasIcon && !root.leftAligned ? Text.AlignHCenter : Text.AlignLeft
                lineHeight: root.iconAbove ? 0.95 : 1
                spoken: false
            }

            KText {
                id: below

                width: column.width
                role: "cap"
                text: root.line
                color: root.wordColor
                visible: root.line.length > 0
                spoken: false
            }
        }
    }
}
