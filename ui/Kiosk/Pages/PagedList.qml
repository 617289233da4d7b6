pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// A list read by pages with Up and Down: no flicking, and never half a row. Rows may have any height; one that
// is taller than the page is read by moving through it.
Item {
    id: root

    property alias model: view.model
    property alias delegate: view.delegate
    property alias spacing: view.spacing
    property int first: 0
    property int last: -1
    property bool moreBelow: false
    property var before: []
    property real inside: 0
    readonly property int count: view.count
    readonly property bool paged: view.contentHeight - foot.height > root.height + 1
    readonly property int room: root.height - (root.paged ? pager.height + Theme.gap4 : 0)
    readonly property int usedHeight: root.paged ? root.height : Math.max(0, view.contentHeight - foot.height)

    function settle() {
        if (view.count === 0) {
            root.last = -1;
            root.moreBelow = false;
            return;
        }
        root.first = Math.min(root.first, view.count - 1);
        view.height = root.room;
        view.positionViewAtIndex(root.first, ListView.Beginning);
        view.contentY += root.inside;
        view.forceLayout();
        let last = root.first;
        let bottom = 0;
        for (let index = root.first; index < view.count; index += 1) {
            const item = view.itemAtIndex(index);
            if (!item || item.y + item.height - view.contentY > root.room + 1) {
                break;
            }
            last = index;
            bottom = item.y + item.height - view.contentY;
        }
        root.last = last;
        const top = view.itemAtIndex(root.first);
        const tall = bottom === 0 && top !== null && top.y + top.height - view.contentY > root.room + 1;
        view.height = bottom > 0 && !tall ? bottom : root.room;
        root.moreBelow = tall || root.last < view.count - 1;
    }

    function down() {
        const top = view.itemAtIndex(root.first);
        root.before = root.before.concat([{
                    "first": root.first,
                    "inside": root.inside
                }]);
        if (top && top.y + top.height - view.contentY > root.room + 1) {
            root.inside += root.room - Theme.body;
        } else {
            root.first = Math.min(root.last + 1, view.count - 1);
            root.inside = 0;
        }
        root.settle();
    }

    function up() {
        if (root.before.length === 0) {
            return;
        }
        const place = root.before[root.before.length - 1];
        root.before = root.before.slice(0, -1);
        root.first = place.first;
        root.inside = place.inside;
        root.settle();
    }

    function restart() {
        root.first = 0;
        root.inside = 0;
        root.before = [];
        root.settle();
    }

    onRoomChanged: Qt.callLater(root.settle)
    onWidthChanged: Qt.callLater(root.settle)
    onModelChanged: Qt.callLater(root.restart)
    Component.onCompleted: Qt.callLater(root.settle)

    Connections {
        target: view.model
        ignoreUnknownSignals: true

        function onModelReset() {
            Qt.callLater(root.restart);
        }

        function onDataChanged() {
            Qt.callLater(root.restart);
        }
    }

    ListView {
        id: view

        width: root.width
        height: root.room
        clip: true
        interactive: false
        keyNavigationEnabled: false
        spacing: Theme.rowGap
        cacheBuffer: Theme.mm(400)
        boundsBehavior: Flickable.StopAtBounds
        footer: Item {
            width: 1
            height: root.height
        }
        onContentHeightChanged: Qt.callLater(root.settle)
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Danh sách")
    }

    Item {
        id: foot

        height: root.height
        visible: false
    }

    Pager {
        id: pager

        objectName: "pager"
        y: root.height - pager.height
        width: root.width
        height: Theme.pagerHeight
        visible: root.paged
        from: root.before.length > 0 && root.first === 0 ? 2 : root.first + 1
        to: root.moreBelow ? Math.min(root.last + 1, view.count - 1) : view.count
        total: view.count
        words: qsTr("Đang xem %1–%2 trong %3").arg(root.first + 1).arg(root.last + 1).arg(view.count)
        onUp: root.up()
        onDown: root.down()
    }
}
