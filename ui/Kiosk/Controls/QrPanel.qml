pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Items

// A QR code in its panel: black on white in every contrast. `spokenName` says what the code is for.
Rectangle {
    id: root

    property alias payload: code.payload
    property alias moduleSize: code.moduleSize
    property string spokenName: qsTr("Mã QR")
    readonly property alias fits: code.fits

    color: "#FFFFFF"
    radius: Theme.radius
    border.width: Theme.outline
    border.color: Theme.dark ? Theme.primary : Theme.ink
    implicitWidth: (code?.implicitWidth ?? 0) + 2 * Theme.mm(2.5)
    implicitHeight: (code?.implicitHeight ?? 0) + 2 * Theme.mm(2.5)
    Accessible.role: Accessible.Graphic
    Accessible.name: root.spokenName

    QrItem {
        id: code

        x: Math.round((root.width - code.width) / 2)
        y: Math.round((root.height - code.height) / 2)
        width: code.implicitWidth
        height: code.implicitHeight
        Accessible.ignored: true
    }
}
