pragma ComponentBehavior: Bound

import QtQuick

// The star roundel; it stands for the ward's official emblem.
Art {
    id: root

    property int size: Theme.mm(Theme.step(16.86, 11.38, 16.86))

    name: "roundel"
    drawnWidth: root.size
    drawnHeight: root.size
}
