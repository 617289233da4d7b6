pragma ComponentBehavior: Bound

import QtQuick

// The whole screen as one target, on the attract screen only: any touch and any key begins.
Pressable {
    id: root

    showsRing: false
    focus: true
    Keys.onPressed: root.clicked()
}
