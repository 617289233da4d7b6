pragma ComponentBehavior: Bound

import QtQuick

// One key. `kind`: letter, mark (sky), tone (yellow, with the tone's name), function (sunk), submit (filled).
Pressable {
    id: root

    property string text: ""
    property string sub: ""
    property string iconName: ""
    property string kind: "letter"
    property string textRole: "btn"
    readonly property color ground: root.restingGround()
    readonly property color wordColor: root.kind === "submit" || root.down ? Theme.actionText : root.kind === "tone" ? Theme.helpText : Theme.ink

    function restingGround(): color {
        if (root.down) {
            return root.kind === "submit" ? Theme.primaryDown : Theme.primary;
        }
        switch (root.kind) {
        case "mark":
            return Theme.sky;
        case "tone":
            return Theme.help;
        case "function":
            return Theme.sunk;
        case "submit":
            return Theme.actionFace;
        default:
            return Theme.paper;
        }
    }

    strikeMs: Theme.keyStrikeMs
    ringRadius: Theme.radiusKey
    spokenName: root.text
    implicitWidth: Theme.mm(23.6)
    implicitHeight: Theme.mm(20.8)

    Face {
        id: face

        anchors.fill: parent
        radius: Theme.radiusKey
        outline: Theme.cardOutline
        edge: Theme.keyEdge
        pressShift: Theme.cardOutline
        down: root.down
        fill: root.ground
        rim: root.kind === "submit" || root.down ? Theme.actionRim : Theme.primary
    }

    Column {
        id: words

        visible: root.iconName.length === 0
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round((root.height - face.bottomEdge - words.height + face.shift) / 2)

        KText {
            anchors.horizontalCenter: parent.horizontalCenter
            role: root.textRole
            strong: true
            wrapMode: Text.NoWrap
            text: root.text
            color: root.wordColor
            lineHeight: root.sub.length > 0 ? 0.9 : 1
            spoken: false
        }

        KText {
            anchors.horizontalCenter: parent.horizontalCenter
            role: "cap"
            wrapMode: Text.NoWrap
            lineHeight: 0.9
            text: root.sub
            color: root.wordColor
            visible: root.sub.length > 0
            spoken: false
        }
    }

    Icon {
        id: sign

        visible: root.iconName.length > 0
        x: Math.round((root.width - sign.width) / 2)
        y: Math.round((root.height - face.bottomEdge - sign.height + face.shift) / 2)
        name: root.iconName
        color: root.wordColor
        size: Theme.mm(Theme.largest ? 15 : 11)
    }
}
