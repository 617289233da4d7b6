pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// What is true about sending: kept here, or taken by the portal.
Item {
    id: root

    property bool sent: false
    property string text: ""

    implicitHeight: Math.max(sign.height, words.height)
    height: root.implicitHeight

    Icon {
        id: sign

        name: root.sent ? "cloud_done" : "cloud_upload"
        color: root.sent ? Theme.success : Theme.ink2
        size: Theme.iconInline
    }

    KText {
        id: words

        x: sign.width + Theme.gap4
        width: root.width - words.x
        role: "body"
        text: root.text
        color: root.sent ? Theme.success : Theme.ink2
    }
}
