pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Item {
    id: root

    required property HomeViewModel viewModel
    readonly property bool hero: Theme.portrait && !Theme.large && !Theme.largest
    // Large letters on a lying screen: fewer tiles at a time, the others one touch away.
    readonly property bool turning: Theme.large && !Theme.portrait
    property int turn: 0
    readonly property int tilesATurn: root.columns * tiles.tileRows
    readonly property int turns: Math.ceil(tiles.count / Math.max(1, root.tilesATurn))
    readonly property bool troubled: root.viewModel.printerTrouble.length > 0
    readonly property int columns: Theme.large && !Theme.portrait ? 3 : Theme.portrait ? 2 : 4
    readonly property int gridTop: (Theme.landscape ? Math.max(title.height, find.height) : find.y + find.height - title.y) + title.y + Theme.gap4

    Rectangle {
        id: lacquer

        visible: root.hero
        width: root.width
        height: root.hero ? Theme.mm(116.5) : 0
        color: Theme.identity
        clip: true

        Art {
            visible: Theme.art
            name: "drum"
            color: Theme.drumOnIdentity
            drawnWidth: Theme.mm(178)
            drawnHeight: Theme.mm(178)
            x: lacquer.width - Math.round(width * 0.78)
            y: -Theme.mm(24)
        }

        Art {
            id: pavilion

            visible: Theme.art
            name: "pavilion"
            drawnWidth: Theme.mm(56)
            drawnHeight: Theme.mm(79)
            x: lacquer.width - width - Theme.mm(11)
            y: lacquer.height - height
        }

        Roundel {
            id: emblem

            size: Theme.mm(19.8)
            x: Theme.margin
            y: Theme.mm(10.4)
        }

        Column {
            x: emblem.x + emblem.width + Theme.gap6
            y: emblem.y + Math.round((emblem.height - height) / 2)
            width: clock.x - x - Theme.gap4

            KText {
                width: parent.width
                role: "btn"
                text: root.viewModel.ward
                color: Theme.identityText
            }

            KText {
                width: parent.width
                role: "body"
                text: root.viewModel.point
                color: Theme.identityText2
            }
        }

        Column {
            id: clock

            x: lacquer.width - width - Theme.margin
            y: Theme.mm(8)

            KText {
                anchors.right: parent.right
                role: "h1"
                text: root.viewModel.timeText
                color: Theme.identityText
            }

            KText {
                anchors.right: parent.right
                role: "cap"
                text: root.viewModel.today
                color: Theme.identityText2
            }
        }

        Column {
            x: Theme.margin
            y: Theme.mm(42)
            width: (Theme.art ? pavilion.x : lacquer.width - Theme.margin) - x - Theme.gap8
            spacing: Theme.gap2

            KText {
                width: parent.width
                visible: root.viewModel.badge.length > 0
                role: "body"
                strong: true
                text: root.viewModel.badge.length > 0 ? qsTr("%1, không có giá trị giấy tờ").arg(root.viewModel.badge) : ""
                color: Theme.leaf
            }

            KText {
                width: parent.width
                visible: root.viewModel.openingHours.length > 0
                role: "body"
                strong: true
                text: qsTr("Giờ làm việc")
                color: Theme.identityText2
            }

            KText {
                width: parent.width
                visible: root.viewModel.openingHours.length > 0
                role: "btn"
                text: root.viewModel.openingHours
                color: Theme.identityText
            }

            KText {
                width: parent.width
                visible: root.viewModel.notice.length > 0
                role: "cap"
                text: root.viewModel.notice
                color: Theme.identityText
            }
        }

        Rectangle {
            y: lacquer.height - height
            width: lacquer.width
            height: Theme.leafRule
            color: Theme.leaf
        }
    }

    KText {
        id: title

        // On lying screens the warning takes the question's place: the tiles keep their height.
        visible: !trouble.visible
        x: Theme.margin
        y: lacquer.height + Theme.mm(Theme.step(5, 2.5, 6)) + (Theme.landscape ? Math.round((find.height - implicitHeight) / 2) : 0)
        width: Theme.landscape ? find.x - x - Theme.gap4 : root.width - 2 * Theme.margin
        role: Theme.landscape ? "h1" : "disp"
        text: Theme.large || Theme.largest ? qsTr("Ông/bà cần gì?") : qsTr("Ông/bà cần làm việc gì?")
    }

    Banner {
        id: trouble

        visible: root.troubled && !Theme.portrait
        x: Theme.margin
        y: Theme.mm(2.5)
        width: Theme.landscape ? find.x - x - Theme.gap4 : root.width - 2 * Theme.margin
        kind: "warning"
        title: root.viewModel.printerTrouble
    }

    KButton {
        id: find

        objectName: "search"
        x: Theme.landscape ? root.width - width - all.width - Theme.gap - Theme.margin : Theme.margin
        y: Theme.landscape ? lacquer.height + Theme.mm(2.5) : (trouble.visible ? trouble.y + trouble.height : title.y + title.height) + Theme.gap2
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
        x: root.width - width - Theme.margin
        y: find.y
        width: Math.max(Theme.mm(Theme.step(58.5, 48, 59.3)), implicitWidth)
        height: find.height
        text: qsTr("Xem A–Z")
        onClicked: root.viewModel.openFields()
    }

    GridView {
        id: tiles

        readonly property int tileRows: root.turning ? (root.troubled && Theme.landscape ? 1 : 2) : Math.ceil(8 / root.columns)

        objectName: "tiles"
        x: Theme.margin
        y: Math.max(find.y + find.height, title.visible ? title.y + title.height : 0, trouble.visible ? trouble.y + trouble.height : 0) + Theme.mm(Theme.step(4, 3, 5))
        width: root.width - 2 * Theme.margin + Theme.gap
        height: below.y - y - Theme.mm(Theme.step(4, 2.8, 4)) + Theme.rowGap
        cellWidth: Math.floor(width / root.columns)
        cellHeight: Math.floor(height / tiles.tileRows)
        contentY: root.turning ? root.turn * tiles.tileRows * tiles.cellHeight : 0
        interactive: false
        clip: true
        keyNavigationEnabled: false
        model: root.viewModel.tiles
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
                visible: !root.turning || Math.floor(cell.index / root.tilesATurn) === root.turn
                vertical: Theme.wide && !Theme.large
                width: cell.width - Theme.gap
                height: cell.height - Theme.rowGap
                title: cell.title
                line: Theme.large ? "" : cell.line
                iconName: cell.icon
                pigment: cell.pigment
                onClicked: root.viewModel.openEvent(cell.key)
            }
        }
    }

    Column {
        id: below

        readonly property int each: root.turning ? (below.width - 2 * Theme.gap) / 3 : (below.width - Theme.gap) / 2

        x: Theme.margin
        y: root.height - height - Theme.mm(Theme.step(6.4, 3.5, 5))
        width: root.width - 2 * Theme.margin
        spacing: Theme.gap4

        Banner {
            visible: root.troubled && Theme.portrait
            width: below.width
            kind: "warning"
            title: root.viewModel.printerTrouble
        }

        Row {
            spacing: Theme.gap

            KButton {
                objectName: "onlineGuide"
                width: below.each
                variant: "primary"
                height: Math.max(Theme.button, implicitHeight)
                iconName: Theme.large ? "" : "public"
                text: qsTr("Nộp tại nhà")
                onClicked: root.viewModel.openOnlineGuide()
            }

            KButton {
                objectName: "hallInfo"
                width: below.each
                height: Math.max(Theme.button, implicitHeight)
                iconName: Theme.large ? "" : "apartment"
                text: Theme.portrait && !Theme.large ? qsTr("Giờ làm việc, quầy") : qsTr("Quầy, giờ làm")
                onClicked: root.viewModel.openHallInfo()
            }

            KButton {
                objectName: "moreTiles"
                visible: root.turning
                width: below.each
                height: Theme.button
                text: root.turn + 1 < root.turns ? qsTr("Xem tiếp") : qsTr("Xem lại từ đầu")
                onClicked: root.turn = (root.turn + 1) % Math.max(1, root.turns)
            }
        }
    }
}
