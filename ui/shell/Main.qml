pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// The frame: lacquer on top (a column at the left on wide screens), the bar below, one screen in between.
Rectangle {
    id: root

    required property ShellViewModel shell
    readonly property bool framed: root.shell.hasFrame
    readonly property bool staff: root.shell.area.length > 0
    readonly property bool column: Theme.wide && root.framed && !root.staff
    readonly property bool welcoming: root.shell.hasHero && Theme.portrait && !Theme.large && !Theme.largest
    // What lies above the highest reachable point holds words only.
    readonly property int beyondReach: root.staff ? 0 : Math.max(0, root.height - Theme.mm(root.shell.reachMm))
    readonly property bool lowItself: root.page !== null && root.page.keepsLow && root.longHeight <= bar.y - Theme.header
    readonly property int topHeight: root.framed ? Math.max(root.column ? 0 : Theme.header, root.lowItself ? 0 : root.beyondReach, root.welcoming ? Theme.mm(116.5) : 0) : 0
    readonly property bool tallTop: root.topHeight > 1.6 * Theme.header
    readonly property bool strip: root.framed && !root.column && (!root.tallTop || root.staff)

    readonly property Surface page: screen.item as Surface
    readonly property int longHeight: root.page ? root.page.longHeight : 0
    // A keyboard needs the whole width of a lying screen: Up and Down then lie below the page.
    readonly property bool lying: Theme.panel !== "portrait"
    readonly property bool sideways: root.lying && !root.fromBelow
    // At the side the buttons narrow the page, which may make it longer: there they stand whenever it may be long.
    readonly property bool scrolls: root.framed && (root.lying && Theme.largest ? root.page !== null : root.longHeight > bar.y - root.topHeight)
    readonly property int furthest: root.scrolls ? Math.max(0, root.longHeight - viewport.height) : 0
    readonly property bool fromBelow: root.page?.fromBelow ?? false
    readonly property Item saying: root.page?.saying ?? null
    property int offset: 0
    property var stood: [] // where the page stood before each Down

    onFurthestChanged: {
        root.offset = root.fromBelow ? root.furthest : Math.min(root.offset, root.furthest);
        root.tell();
        Qt.callLater(root.tell);
    }
    onSayingChanged: {
        if (root.saying === null && root.fromBelow) {
            root.offset = root.furthest;
        }
        Qt.callLater(root.tell);
    }
    onFromBelowChanged: root.offset = root.fromBelow ? root.furthest : 0

    // Who goes by keys sees where they are.
    function follow(item: Item) {
        if (!root.scrolls || item === null) {
            return;
        }
        const at = item.mapToItem(screen, 0, 0);
        if (at.y < 0 || at.y > screen.height || !root.holds(item)) {
            return;
        }
        const edge = 2 * Theme.ring + Theme.gap2;
        const lowest = Math.max(0, at.y - edge);
        const highest = at.y + item.height + edge - viewport.height;
        root.offset = Math.max(0, Math.min(root.furthest, lowest, Math.max(highest, root.offset)));
    }

    // What the page has to say is read from its first line, whatever keys stand below it.
    function tell() {
        if (root.scrolls && root.saying !== null) {
            root.offset = Math.max(0, Math.min(root.furthest, root.saying.mapToItem(screen, 0, 0).y - Theme.gap2));
        }
    }

    function holds(item: Item): bool {
        for (let parent = item.parent; parent; parent = parent.parent) {
            if (parent === screen) {
                return true;
            }
        }
        return false;
    }

    // Down to what the lower edge cuts, which then stands whole at the top; up the way it came.
    function move(direction: int) {
        const here = root.offset;
        if (direction > 0) {
            const next = wholeLines.cut(screen.item as Item, 0, here + viewport.height);
            // Something higher than half of the glass is passed through as it is.
            const step = next - here > viewport.height * 0.4 ? next - here : viewport.height * 0.6;
            root.offset = Math.min(root.furthest, Math.floor(here + step));
            root.stood = root.stood.concat([here]);
        } else {
            const before = root.stood.filter(offset => offset < here);
            root.offset = before.length > 0 ? before[before.length - 1] : Math.max(0, Math.round(here - viewport.height * 0.6));
            root.stood = before.slice(0, -1);
        }
    }

    function show() {
        root.offset = 0;
        root.stood = [];
        if (root.shell.screenViewModel) {
            screen.setSource(root.shell.screenUrl, {
                "viewModel": root.shell.screenViewModel
            });
        }
    }

    color: Theme.page
    Component.onCompleted: root.show()

    WholeLines {
        id: wholeLines
    }

    Binding {
        target: Theme
        property: "pxPerMm"
        value: root.shell.pxPerMm
    }

    Binding {
        target: Theme
        property: "panel"
        value: root.shell.shape
    }

    Binding {
        target: Theme
        property: "shape"
        value: root.shell.textMode === "largest" ? "portrait" : root.shell.shape
    }

    Binding {
        target: Theme
        property: "textMode"
        value: root.shell.textMode
    }

    Binding {
        target: Theme
        property: "contrast"
        value: root.shell.contrast
    }

    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.shell.reducedMotion
    }

    Binding {
        target: Theme
        property: "keys"
        value: root.shell.keys
    }

    Binding {
        target: Theme
        property: "lowReach"
        value: root.shell.lowReach
    }

    Binding {
        target: Theme
        property: "handsLow"
        value: root.shell.lowReach || Theme.panel === "portrait" && root.beyondReach > Theme.mm(100)
    }

    Binding {
        target: Theme
        property: "shortReach"
        value: root.framed && Theme.panel === "portrait" && root.beyondReach > 0 && bar.y - root.beyondReach < Theme.mm(235)
    }

    Binding {
        target: root.page
        when: root.page !== null
        property: "reachTop"
        value: root.page?.keepsLow ? Math.max(0, root.beyondReach - Theme.header) : 0
    }

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            root.follow(root.Window.window.activeFocusItem);
        }
    }

    Connections {
        target: root.shell

        // Gone before the frame changes: nobody sees it laid out for the next screen's frame.
        function onScreenLeaving() {
            screen.setSource("");
        }

        function onScreenChanged() {
            root.show();
        }
    }

    HeaderBar {
        id: header

        objectName: "header"
        visible: root.strip
        width: root.width
        height: root.topHeight
        staff: root.staff
        hall: root.staff ? root.shell.areaTitle : Theme.landscape && root.shell.badge.length === 0 ? root.shell.point + " · " + root.shell.ward : root.shell.ward
        shortHall: root.staff ? root.shell.areaTitle : root.shell.shortWard
        point: root.staff ? root.shell.personName : root.shell.point
        time: root.shell.timeText
        note: root.staff ? root.shell.dateText : root.shell.noteText
        badge: root.shell.badge
        onEmblemHeld: root.shell.knock()
    }

    Hero {
        objectName: "hero"
        visible: root.framed && !root.column && root.tallTop && !root.staff
        width: root.width
        height: root.topHeight
        ward: root.shell.ward
        point: root.shell.point
        time: root.shell.timeText
        date: root.shell.dateText
        note: root.welcoming && !root.shell.lowReach ? "" : root.shell.noteText
        badge: root.shell.badge
        onEmblemHeld: root.shell.knock()
        openingHours: root.shell.openingHours
        notice: root.shell.notice
    }

    LacquerColumn {
        id: lacquer

        objectName: "lacquer"
        visible: root.column
        width: root.column ? Theme.mm(124) : 0
        height: bar.y
        onEmblemHeld: root.shell.knock()
        ward: root.shell.ward
        point: root.shell.point
        time: root.shell.timeText
        date: root.shell.dateText
        note: root.shell.noteText
        badge: root.shell.badge
    }

    Item {
        id: viewport

        objectName: "viewport"
        x: root.column ? lacquer.width : 0
        y: root.topHeight
        width: root.width - viewport.x - (root.scrolls && root.sideways ? mover.width : 0)
        height: (root.framed ? bar.y : root.height) - viewport.y - (root.scrolls && !root.sideways ? mover.height : 0)
        clip: root.scrolls

        Loader {
            id: screen

            objectName: "screen"
            y: -root.offset
            width: viewport.width
            height: root.scrolls ? Math.max(root.longHeight, viewport.height) : viewport.height
        }
    }

    // Up and Down for a page that is longer than the glass.
    Rectangle {
        id: mover

        visible: root.scrolls
        x: root.sideways ? root.width - width : 0
        y: root.sideways ? root.topHeight : bar.y - height
        width: root.sideways ? Theme.mm(66) : root.width
        height: root.sideways ? bar.y - root.topHeight : Theme.mm(root.lying ? 26 : 30)
        color: Theme.sunk

        Grid {
            anchors.centerIn: parent
            columns: root.sideways ? 1 : 2
            spacing: Theme.gap4

            KButton {
                objectName: "moveUp"
                width: root.sideways ? mover.width - Theme.gap4 : Math.round((mover.width - 2 * Theme.margin - Theme.gap4) / 2)
                height: root.sideways ? Math.round((mover.height - 3 * Theme.gap4) / 2) : mover.height - Theme.gap4
                textRole: "body"
                enabled: root.offset > 0
                iconAbove: root.sideways
                iconName: "arrow_upward"
                text: qsTr("Lên")
                onClicked: root.move(-1)
            }

            KButton {
                objectName: "moveDown"
                width: root.sideways ? mover.width - Theme.gap4 : Math.round((mover.width - 2 * Theme.margin - Theme.gap4) / 2)
                height: root.sideways ? Math.round((mover.height - 3 * Theme.gap4) / 2) : mover.height - Theme.gap4
                textRole: "body"
                enabled: root.offset < root.furthest
                iconAbove: root.sideways
                iconName: "arrow_downward"
                text: qsTr("Xuống")
                onClicked: root.move(1)
            }
        }
    }

    BottomBar {
        id: bar

        objectName: "bar"
        visible: root.framed
        width: root.width
        height: bar.implicitHeight
        y: root.height - bar.height
        cells: root.cells()
        onCell: id => root.shell.press(id)
    }

    // For who listens with headphones: black glass, lifted by a touch.
    Rectangle {
        objectName: "curtain"
        visible: root.shell.curtain
        anchors.fill: parent
        color: "#000000"
        z: 1

        WholeScreen {
            objectName: "liftCurtain"
            anchors.fill: parent
            focus: false  // the keys stay with the page under it
            spokenName: qsTr("Màn hình đang che. Chạm để mở.")
            onClicked: root.shell.liftCurtain()
        }
    }

    // The first two cells change with the place, the others never move.
    function cells(): var {
        if (root.staff) {
            return root.shell.areaCells;
        }
        const access = {
            "id": "access",
            "text": qsTr("Trợ năng"),
            "icon": "accessibility_new",
            "span": root.shell.somethingToWipe ? 1 : 2
        };
        const end = {
            "id": "end",
            "text": qsTr("Kết thúc"),
            "icon": "logout"
        };
        const back = {
            "id": "back",
            "text": qsTr("Quay lại"),
            "icon": "arrow_back"
        };
        const language = {
            "id": "language",
            "text": Theme.largest && root.sideways ? root.shell.nextLanguageShort : root.shell.nextLanguage,
            "icon": "translate"
        };
        const size = {
            "id": "text",
            "text": qsTr("Chữ to"),
            "icon": "text_increase",
            "active": root.shell.textMode !== "standard"
        };
        const speech = {
            "id": "speech",
            "text": qsTr("Nghe đọc"),
            "icon": "volume_up",
            "active": root.shell.speech
        };
        const low = {
            "id": "low",
            "text": qsTr("Hạ thấp"),
            "icon": "move_down",
            "active": root.shell.lowReach
        };
        const help = {
            "id": "help",
            "text": qsTr("Gọi giúp"),
            "icon": "support_agent"
        };
        const first = root.shell.screenName === "home" ? (root.shell.somethingToWipe ? [access, end] : [access]) : [back, end];
        return first.concat([language, size], root.shell.canSpeak ? [speech] : [], root.shell.canLower ? [low] : [], [help]);
    }
}
