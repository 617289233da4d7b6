pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// How high a fact's card would be, measured before it is decided which layout to show.
Item {
    id: root

    required property string headline
    required property string line
    required property int room
    required property int pad
    required property int circle
    property int narrow: 0
    readonly property bool besideEachOther: root.narrow > 0 && root.room > root.narrow && Math.ceil(first.implicitWidth) + Theme.gap6 + Math.ceil(second.implicitWidth) <= root.room
    readonly property int need: 2 * root.pad + root.circle + Theme.gap2 + first.contentHeight + (root.line.length === 0 || root.besideEachOther ? 0 : second.contentHeight + Theme.gap2)

    visible: false

    KText {
        id: first

        width: root.room
        role: "h1"
        text: root.headline
    }

    KText {
        id: second

        width: root.room
        role: "cap"
        text: root.line
    }
}
