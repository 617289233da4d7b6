pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// The frame: lacquer on top (a column at the left on wide screens), the bar below, one screen in between.
Rectangle {
    id: root

    required property ShellViewModel shell
    readonly property bool framed: root.shell.hasFrame
    readonly property bool column: Theme.wide && root.framed
    readonly property bool strip: !Theme.wide && root.framed && !(root.shell.hasHero && Theme.portrait && !Theme.large && !Theme.largest)

    function show() {
        if (root.shell.screenViewModel) {
            screen.setSource(root.shell.screenUrl, {
                "viewModel": root.shell.screenViewModel
            });
        }
    }

    color: Theme.page
    Component.onCompleted: root.show()

    Binding {
        target: Theme
        property: "pxPerMm"
        value: root.shell.pxPerMm
    }

    Binding {
        target: Theme
        property: "shape"
        value: root.shell.shape
    }

    Binding {
        target: Theme
        property: "textMode"
        value: root.shell.textMode
    }

    Connections {
        target: root.shell

        function onScreenChanged() {
            root.show();
        }
    }

    HeaderBar {
        id: header

        objectName: "header"
        visible: root.strip
        width: root.width
        height: Theme.header
        hall: Theme.landscape && root.shell.badge.length === 0 ? root.shell.point + " · " + root.shell.ward : root.shell.ward
        point: root.shell.point
        time: root.shell.timeText
        note: root.shell.noteText
        badge: root.shell.badge
    }

    LacquerColumn {
        id: lacquer

        objectName: "lacquer"
        visible: root.column
        width: root.column ? Theme.mm(124) : 0
        height: bar.y
        ward: root.shell.ward
        point: root.shell.point
        time: root.shell.timeText
        date: root.shell.dateText
        note: root.shell.noteText
        badge: root.shell.badge
    }

    Loader {
        id: screen

        objectName: "screen"
        x: root.column ? lacquer.width : 0
        y: root.strip ? header.height : 0
        width: root.width - screen.x
        height: (root.framed ? bar.y : root.height) - screen.y
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

    function cells(): var {
        const language = {
            "id": "language",
            "text": root.shell.language === "vi" ? "English" : "Tiếng Việt",
            "icon": "translate"
        };
        const size = {
            "id": "text",
            "text": qsTr("Chữ to"),
            "icon": "text_increase",
            "active": root.shell.textMode !== "standard"
        };
        const help = {
            "id": "help",
            "text": qsTr("Gọi giúp"),
            "icon": "support_agent"
        };
        const end = {
            "id": "end",
            "text": qsTr("Kết thúc"),
            "icon": "logout"
        };
        if (root.shell.screenName === "home") {
            return [end, language, size, help];
        }
        return [
            {
                "id": "back",
                "text": qsTr("Quay lại"),
                "icon": "arrow_back"
            },
            end, language, size, help];
    }
}
