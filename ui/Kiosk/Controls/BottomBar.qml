pragma ComponentBehavior: Bound

import QtQuick

// The bar on every screen. `cells` holds { id, text, icon, active, span }; the cell "help" is yellow and last.
// Where not all cells fit, the first two stay, "Khác" turns to the next ones and help keeps its place.
Rectangle {
    id: root

    property var cells: []
    property string helpId: "help"
    property int turn: 0
    // A lying screen has no height to give away: five words beside their icons at a time, the others by turns.
    readonly property bool oneLargeRow: Theme.large && Theme.landscape
    readonly property bool twoRows: Theme.largest && Theme.panel !== "landscape" || Theme.large && !Theme.wide && !root.oneLargeRow
    readonly property int columns: Theme.largest ? (Theme.panel === "portrait" ? 3 : 4) : root.twoRows ? (root.units(root.cells) <= 5 ? 3 : 4) : root.oneLargeRow ? Math.min(5, root.units(root.cells)) : root.units(root.cells)
    readonly property int rows: root.twoRows ? 2 : 1
    readonly property bool beside: Theme.largest ? Theme.panel === "wide" : Theme.landscape
    readonly property int slots: root.columns * root.rows
    readonly property bool paged: (root.rows === 1 && !Theme.largest ? root.units(root.cells) : root.cells.length) > root.slots
    readonly property var placed: root.place()
    readonly property var nowhere: ({
            "cell": {
                "id": "",
                "text": "",
                "icon": ""
            },
            "column": 0,
            "row": 0,
            "span": 1
        })
    readonly property int halfGap: Theme.mm(1.5)
    readonly property int halfRowGap: Theme.landscape ? Theme.mm(root.rows === 1 ? 0.75 : 1.25) : root.halfGap

    signal cell(string id)

    function units(cells: var): int {
        return Math.max(1, cells.reduce((sum, cell) => sum + (cell.span ?? 1), 0));
    }

    function turned(): var {
        const pinned = root.cells.slice(0, 2);
        const last = root.cells.slice(-1);
        const room = root.slots - pinned.length - 2;
        const others = root.cells.slice(2, -1);
        const start = (root.turn * room) % (Math.ceil(others.length / room) * room);
        const more = {
            "id": "more",
            "text": qsTr("Khác"),
            "icon": "more_horiz"
        };
        return pinned.concat(others.slice(start, start + room), [more], last);
    }

    function place(): var {
        const shown = root.paged ? root.turned() : root.cells;
        let slot = 0;
        return shown.map((cell, index) => {
            const span = root.rows === 1 && !root.paged ? cell.span ?? 1 : 1;
            const isLast = index === shown.length - 1 && cell.id === root.helpId;
            const at = isLast ? root.slots - span : slot;
            slot += span;
            return {
                "cell": cell,
                "column": at % root.columns,
                "row": Math.floor(at / root.columns),
                "span": span
            };
        });
    }

    function touched(id: string) {
        if (id === "more") {
            root.turn += 1;
        } else {
            root.cell(id);
        }
    }

    color: Theme.paper
    implicitWidth: Theme.mm(268)
    implicitHeight: root.oneLargeRow ? Theme.mm(22.25) : Theme.bar
    onCellsChanged: root.turn = 0
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Thanh nút dưới màn hình")

    Rectangle {
        width: root.width
        height: Theme.outline
        color: Theme.primary
    }

    // A number, not the list: cells of a list that was replaced are asked for their words once more before they go.
    Repeater {
        model: root.placed.length

        BarCell {
            id: barCell

            required property int index
            readonly property var place: root.placed[barCell.index] ?? root.nowhere
            readonly property real cellWidth: (root.width - 2 * root.halfGap) / root.columns
            readonly property real cellHeight: (root.height - Theme.outline) / root.rows

            objectName: "bar-" + barCell.place.cell.id
            x: Math.round(root.halfGap + barCell.place.column * barCell.cellWidth) + root.halfGap
            y: Theme.outline + Math.round(barCell.place.row * barCell.cellHeight) + root.halfRowGap
            width: Math.round(barCell.cellWidth * barCell.place.span) - 2 * root.halfGap
            height: Math.round(barCell.cellHeight) - 2 * root.halfRowGap
            text: barCell.place.cell.text
            iconName: barCell.place.cell.icon
            active: barCell.place.cell.active ?? false
            help: barCell.place.cell.id === root.helpId
            beside: root.beside
            wordOnly: Theme.largest && Theme.panel === "landscape"
            onClicked: root.touched(barCell.place.cell.id)
        }
    }
}
