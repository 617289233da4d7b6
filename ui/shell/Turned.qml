pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels

// The frame on glass that hangs turned: touches come through the same turn, whatever the compositor does.
Item {
    id: root

    required property ShellViewModel shell
    readonly property int turn: root.shell.turn
    readonly property bool lies: root.turn % 180 !== 0

    Main {
        objectName: "frame"
        shell: root.shell
        width: root.lies ? root.height : root.width
        height: root.lies ? root.width : root.height
        // About the corner and back, so that edges stay on whole pixels.
        transform: [
            Rotation {
                angle: root.turn
            },
            Translate {
                x: root.turn === 90 || root.turn === 180 ? root.width : 0
                y: root.turn === 180 || root.turn === 270 ? root.height : 0
            }
        ]
    }
}
