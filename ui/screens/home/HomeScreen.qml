pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// The first question. As many tiles as the letters and the reach leave room for; the others are one touch away.
Item {
    id: root

    required property HomeViewModel viewModel
    property int turn: 0
    readonly property bool troubled: root.viewModel.printerTrouble.length > 0
    // The largest letters leave no room for a search field beside the question: searching moves to the bottom row.
    readonly property bool few: Theme.largest
    readonly property int columns: root.few ? (Theme.panel === "wide" ? 2 : 1) : Theme.large && !Theme.portrait ? 3 : Theme.portrait ? 2 : 4
    readonly property int leastTile: Theme.mm(root.few ? (Theme.panel === "landscape" ? 40 : 58) : Theme.large && !Theme.portrait ? 45 : Theme.step(50, 48, 50))
    readonly property int tilesATurn: root.columns * tiles.tileRows
    // The largest letters leave no height for a warning and a tile: the warning then is a turn of its own, the first.
    readonly property int warned: root.few && root.troubled ? 1 : 0
    readonly property bool warning: root.warned > root.turn
    readonly property int turns: root.warned + Math.max(1, Math.ceil(tiles.count / Math.max(1, root.tilesATurn)))
    readonly property bool turning: root.turns > 1
    readonly property int wordsTop: Theme.mm(root.few ? 3 : Theme.step(5, 2.5, 6))

    onTurnsChanged: root.turn = 0

    KText {
        id: title

        // On lying screens the warning takes the question's place: the tiles keep their height.
        visible: !trouble.visible && !(Theme.handsLow && Theme.panel === "portrait")
        x: Theme.margin
        y: root.wordsTop + (Theme.landscape && !root.few ? Math.round((find.height - implicitHeight) / 2) : 0)
        width: (Theme.landscape && !root.few ? find.x : root.width - (root.few ? Theme.mm(48) : 0) - Theme.margin) - x - Theme.gap4
        role: Theme.landscape || root.few ? "h1" : "disp"
        text: Theme.large || Theme.largest ? qsTr("Ông/bà cần gì?") : qsTr("Ông/bà cần làm việc gì?")
    }

    KText {
        id: page

        visible: root.few && root.turning
        x: root.width - width - Theme.margin
        y: title.y + Math.round((title.implicitHeight - implicitHeight) / 2)
        role: "body"
        color: Theme.ink2
        text: qsTr("%1/%2").arg(root.turn + 1).arg(root.turns)
    }

    Banner {
        id: trouble

        visible: root.troubled && !Theme.portrait
        x: Theme.margin
        y: Theme.mm(2.5)
        width: (Theme.landscape && !root.few ? find.x : root.width - Theme.margin) - x - Theme.gap4
        kind: "warning"
        title: root.viewModel.printerTrouble
    }

    KButton {
        id: find

        objectName: "search"
        visible: !root.few
        x: Theme.landscape ? root.width - width - all.width - Theme.gap - Theme.margin : Theme.margin
        y: Theme.landscape ? Theme.mm(2.5) : trouble.visible ? trouble.y + trouble.height + Theme.gap2 : title.visible ? title.y + title.height + Theme.gap2 : root.wordsTop
        width: Theme.landscape ? Theme.mm(Theme.large ? 142 : 126.4) : root.width - 2 * Theme.margin - all.width - Theme.gap
        height: Math.max(Theme.searchField, implicitHeight)
        leftAligned: true
        iconName: "search"
        text: qsTr("Tìm việc cần làm")
        line: Theme.landscape ? "" : qsTr("Gõ không dấu cũng được: khai sinh")
        onClicked: root.viewModel.openSearch()
    }

    KButton {
        id: all

        objectName: "fields"
        visible: !root.few
        x: root.width - width - Theme.margin
        y: find.y
        width: Math.max(Theme.mm(Theme.step(58.5, 48, 59.3)), implicitWidth)
        height: find.height
        text: qsTr("Xem A–Z")
        onClicked: root.viewModel.openFields()
    }

    GridView {
        id: tiles

        readonly property int above: Math.max(find.visible ? find.y + find.height : 0, title.visible ? title.y + title.height : 0, page.visible ? page.y + page.height : 0, trouble.visible ? trouble.y + trouble.height : 0)
        readonly property int fitting: Math.max(1, Math.floor((tiles.height + Theme.mm(0.5)) / (root.leastTile + Theme.rowGap)))
        readonly property int tileRows: Math.min(Math.ceil(tiles.count / root.columns), tiles.fitting)

        objectName: "tiles"
        visible: !root.warning
        x: Theme.margin
        y: tiles.above + Theme.mm(root.few ? 2.5 : Theme.step(4, 3, 5))
        width: root.width - 2 * Theme.margin + Theme.gap
        height: below.y - y - Theme.mm(Theme.step(4, 2.8, 4)) + Theme.rowGap
        cellWidth: Math.floor(width / root.columns)
        cellHeight: Math.floor(height / Math.max(1, tiles.tileRows))
        contentY: Math.max(0, root.turn - root.warned) * tiles.tileRows * tiles.cellHeight
        interactive: false
        clip: true
        keyNavigationEnabled: false
        model: root.few ? root.viewModel.everything : root.viewModel.tiles
        delegate: Item {
            id: cell

            required property int index
            required property string key
            required property string title
            required property string line
            required property string icon
            required property string pigment

            width: tiles.cellWidth
            height: tiles.cellHeight

            Tile {
                objectName: "tile-" + cell.key
                visible: Math.floor(cell.index / Math.max(1, root.tilesATurn)) === root.turn - root.warned
                vertical: Theme.wide && !Theme.large && !root.few
                width: cell.width - Theme.gap
                height: cell.height - Theme.rowGap
                title: cell.title
                line: Theme.large || root.few ? "" : cell.line
                iconName: cell.icon
                pigment: cell.pigment
                onClicked: root.viewModel.openTile(cell.key)
            }
        }
    }

    Banner {
        visible: root.warning
        x: Theme.margin
        y: tiles.y
        width: root.width - 2 * Theme.margin
        kind: "warning"
        title: root.viewModel.printerTrouble
    }

    Column {
        id: below

        x: Theme.margin
        y: root.height - height - Theme.mm(root.few ? 3.5 : Theme.step(6.4, 3.5, 5))
        width: root.width - 2 * Theme.margin
        spacing: Theme.gap4

        Banner {
            visible: root.troubled && Theme.portrait && !root.few
            width: below.width
            kind: "warning"
            title: root.viewModel.printerTrouble
        }

        Row {
            id: ways

            readonly property int places: root.few ? 2 : root.turning ? 3 : 2
            readonly property int each: (below.width - (ways.places - 1) * Theme.gap) / ways.places

            spacing: Theme.gap

            KButton {
                objectName: "search"
                visible: root.few
                width: root.turning ? ways.each * 0.84 : below.width
                height: Math.max(Theme.button, implicitHeight)
                iconName: "search"
                text: qsTr("Tìm")
                onClicked: root.viewModel.openSearch()
            }

            KButton {
                objectName: "hub"
                visible: !root.few
                width: ways.each
                variant: "primary"
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                iconName: Theme.large || root.turning ? "" : "apartment"
                text: root.turning ? qsTr("Việc khác") : qsTr("Việc khác ở đây")
                onClicked: root.viewModel.openHub()
            }

            KButton {
                objectName: "track"
                visible: !root.few
                width: ways.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                iconName: Theme.large || root.turning ? "" : "document_scanner"
                text: qsTr("Tra hồ sơ")
                onClicked: root.viewModel.openTrack()
            }

            KButton {
                objectName: "moreTiles"
                visible: root.turning
                width: root.few ? below.width - Theme.gap - ways.each * 0.84 : ways.each
                height: Math.max(Theme.button, implicitHeight)
                variant: root.few ? "primary" : "secondary"
                iconName: root.few && Theme.portrait ? "arrow_forward" : ""
                trailingIcon: true
                text: root.turn + 1 < root.turns ? qsTr("Xem tiếp") : root.few ? qsTr("Xem lại") : qsTr("Xem lại từ đầu")
                onClicked: root.turn = (root.turn + 1) % root.turns
            }
        }
    }
}
