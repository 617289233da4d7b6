pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// Words that go on from what was typed, to be touched instead of letters. Its room is kept while none is offered, so
// that no key and no button moves under a finger.
Grid {
    id: root

    property var model: null
    property int most: 2
    readonly property bool offers: root.model !== null && offered.count > 0
    // What a page keeps free for it: large letters may need two lines.
    readonly property int keptHeight: !Theme.portrait ? root.most * Theme.target + (root.most - 1) * Theme.keyGap : Theme.large ? Theme.mm(40) : Theme.target
    readonly property int each: Math.floor((root.width - (root.columns - 1) * root.columnSpacing) / root.columns)

    signal take(string words)

    columns: Theme.portrait ? root.most : 1
    columnSpacing: Theme.gap4
    rowSpacing: Theme.keyGap

    Repeater {
        id: offered

        model: root.model

        KButton {
            id: word

            required property string title
            required property int index

            objectName: "word-" + word.index
            visible: word.index < root.most
            width: root.each
            height: Math.max(Theme.target, word.wordsHeight + 2 * word.padY + Theme.edge)
            textRole: "body"
            text: word.title
            spokenName: qsTr("Ghi: %1").arg(word.title)
            onClicked: root.take(word.title)
        }
    }
}
