pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Items

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
    property bool ownPager: true
    property bool whole: false // on a page the frame moves: every row, as high as they need
    property string measured: ""
    readonly property bool hasUp: root.before.length > 0
    readonly property int count: view.count
    property bool sidePager: !Theme.portrait
    // Found by settling, not by a binding: the height of all rows follows from the height they are given.
    property real wholeHeight: 0
    readonly property real needed: root.whole ? root.wholeHeight : view.contentHeight - root.height
    // A row taller than the page is only measured once it is reached: then what is known is that more follows.
    readonly property bool paged: !root.whole && (root.needed > root.height + 1 || root.moreBelow || root.hasUp)
    readonly property int listWidth: root.width - (root.paged && root.ownPager && root.sidePager ? sideButtons.width + Theme.gap : 0)
    readonly property int room: root.height - (root.paged && root.ownPager && !root.sidePager ? pager.implicitHeight + Theme.gap4 : 0)
    readonly property int usedHeight: root.paged && root.ownPager ? root.height : root.paged ? view.height : Math.max(0, root.needed)

    // The bottom of the last line of words that ends above `limit`, in `item` and below it; `top` is where it
    // stands. 0 where no line does.
    function lastLine(item: Item, top: real, limit: real): real {
        if (!item.visible) {
            return 0;
        }
        let bottom = 0;
        const words = item as Text;
        const marked = item as MarkedText;
        const count = words ? words.lineCount : marked ? marked.lineCount : 0;
        if (count > 0) {
            const each = item.height / count;
            const whole = Math.min(count, Math.floor((limit - top) / each));
            bottom = whole > 0 ? top + whole * each : 0;
        }
        for (const child of item.children) {
            bottom = Math.max(bottom, root.lastLine(child, top + child.y, limit));
        }
        return bottom;
    }

    function isHeading(index: int): bool {
        return (view.itemAtIndex(index) as ReadingRow)?.keepsWithNext ?? false;
    }

    // How much of the room shows whole lines of a row taller than the page.
    function lines(row: Item): real {
        const bottom = root.lastLine(row, row.y - view.contentY, root.room);
        return bottom > Theme.body ? Math.ceil(bottom) : root.room;
    }

    function measure(): string {
        const heights = [view.count, root.room];
        for (let index = root.first; index <= root.last; index += 1) {
            heights.push(view.itemAtIndex(index)?.height ?? 0);
        }
        return heights.join(" ");
    }

    function settle() {
        root.fit();
        root.measured = root.measure();
    }

    function fit() {
        if (root.whole) {
            root.wholeHeight = view.contentHeight;
            view.height = Math.max(root.height, view.contentHeight);
            view.contentY = 0;
            root.first = 0;
            root.last = view.count - 1;
            root.moreBelow = false;
            root.reveal();
            return;
        }
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
        while (last > root.first && last < view.count - 1 && root.isHeading(last)) {
            last -= 1;
            const before = view.itemAtIndex(last);
            bottom = before.y + before.height - view.contentY;
        }
        root.last = last;
        const top = view.itemAtIndex(root.first);
        const tall = bottom === 0 && top !== null && top.y + top.height - view.contentY > root.room + 1;
        // A row that begins exactly where the view ends would be made, and met by keys, though nobody sees it.
        const untilNext = root.spacing > 0 ? 0 : 1;
        view.height = tall ? root.lines(top) : bottom > 0 ? bottom - untilNext : root.room;
        root.moreBelow = tall || root.last < view.count - 1;
        root.reveal();
    }

    // Who goes by keys meets the rows of this page only.
    function reveal() {
        for (let index = 0; index < view.count; index += 1) {
            const row = view.itemAtIndex(index);
            if (row) {
                row.visible = index >= root.first && index <= root.last;
            }
        }
    }

    function down() {
        const top = view.itemAtIndex(root.first);
        root.before = root.before.concat([
            {
                "first": root.first,
                "inside": root.inside
            }
        ]);
        if (top && top.y + top.height - view.contentY > root.room + 1) {
            root.inside += root.lines(top);
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

    function rewind() {
        root.first = 0;
        root.inside = 0;
        root.before = [];
        later.restart();
    }

    onRoomChanged: later.restart()
    onWholeChanged: root.rewind()
    onWidthChanged: later.restart()
    onModelChanged: root.rewind()
    Component.onCompleted: later.restart()

    Connections {
        target: view.model instanceof QtObject ? view.model : null
        ignoreUnknownSignals: true

        function onModelReset() {
            root.rewind();
        }

        function onDataChanged() {
            later.restart();
        }
    }

    ListView {
        id: view

        width: root.listWidth
        height: root.room
        clip: !root.whole
        interactive: false
        keyNavigationEnabled: false
        spacing: Theme.rowGap
        cacheBuffer: root.whole ? 100000 : 0 // rows of other pages are made when their page is turned to
        boundsBehavior: Flickable.StopAtBounds
        footer: Item {
            width: 1
            height: root.whole ? 0 : root.height
        }
        // Rows of other pages come and go as this one is fitted; only what is shown counts.
        onContentHeightChanged: {
            if (root.whole ? view.contentHeight !== root.wholeHeight : root.measure() !== root.measured) {
                later.restart();
            }
        }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Danh sách")
    }

    Timer {
        id: later

        interval: 0
        onTriggered: root.settle()
    }

    Column {
        id: sideButtons

        readonly property bool tight: sideButtons.each < Theme.mm(Theme.large ? 36 : Theme.step(33, 0, 0))
        readonly property int each: Math.max(Theme.target, Math.min(Theme.mm(Theme.large ? 38 : 28), Math.floor((root.height - Theme.gap4) / 2)))

        visible: root.paged && root.ownPager && root.sidePager
        x: root.width - width
        width: Theme.mm(Theme.large ? Theme.step(46, 42, 50) : 34)
        spacing: Theme.gap4

        KButton {
            objectName: "pageUp"
            width: sideButtons.width
            height: sideButtons.each
            enabled: root.hasUp
            iconAbove: true
            iconName: sideButtons.tight ? "" : "arrow_upward"
            text: qsTr("Lên")
            onClicked: root.up()
        }

        KButton {
            objectName: "pageDown"
            width: sideButtons.width
            height: sideButtons.each
            enabled: root.moreBelow
            iconAbove: true
            iconName: sideButtons.tight ? "" : "arrow_downward"
            text: qsTr("Xuống")
            onClicked: root.down()
        }

        KText {
            id: where

            width: sideButtons.width
            visible: 2 * (sideButtons.each + Theme.gap4) + where.implicitHeight <= root.height
            role: "cap"
            color: Theme.ink2
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("%1–%2 trong %3").arg(root.first + 1).arg(root.last + 1).arg(view.count)
        }
    }

    Pager {
        id: pager

        objectName: "pager"
        y: root.height - pager.height
        width: root.width
        height: pager.implicitHeight
        visible: root.paged && root.ownPager && !root.sidePager
        from: root.before.length > 0 && root.first === 0 ? 2 : root.first + 1
        to: root.moreBelow ? Math.min(root.last + 1, view.count - 1) : view.count
        total: view.count
        words: qsTr("Đang xem %1–%2 trong %3").arg(root.first + 1).arg(root.last + 1).arg(view.count)
        shortWords: qsTr("%1–%2 trong %3").arg(root.first + 1).arg(root.last + 1).arg(view.count)
        onUp: root.up()
        onDown: root.down()
    }
}
