pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// The same word four ways: the one that stands upright on the wall says how the glass hangs.
Page {
    id: root

    required property TechTurnViewModel viewModel
    readonly property int columns: Theme.portrait ? 2 : 4
    readonly property int each: Math.floor((root.inner - (root.columns - 1) * Theme.gap) / root.columns)
    readonly property int roomForTiles: root.wordsHeight - tiles.y
    readonly property int tileHeight: Math.min(root.each, Math.floor((root.roomForTiles - Theme.gap) / (4 / root.columns)))

    PageTitle {
        id: heading

        width: root.inner
        role: Theme.portrait ? "disp" : "h1"
        title: root.viewModel.title
        line: root.viewModel.line
    }

    Banner {
        id: note

        objectName: "note"
        visible: root.viewModel.note.length > 0
        y: heading.height + Theme.gap4
        width: root.inner
        kind: root.viewModel.failed ? "error" : "success"
        title: root.viewModel.note
        line: root.viewModel.noteLine
    }

    Grid {
        id: tiles

        y: (note.visible ? note.y + note.height : heading.height) + Theme.gap6
        columns: root.columns
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            model: [0, 90, 180, 270]

            Pressable {
                id: tile

                required property int modelData

                objectName: "upright-" + tile.modelData
                width: root.each
                height: root.tileHeight
                spokenName: root.viewModel.word + " " + tile.modelData
                onClicked: root.viewModel.upright(tile.modelData)

                Face {
                    anchors.fill: parent
                    down: tile.down
                    fill: tile.down ? Theme.sky : Theme.paper
                }

                Item {
                    anchors.centerIn: parent
                    width: words.implicitWidth
                    height: words.implicitHeight + arrow.height
                    rotation: tile.modelData

                    Icon {
                        id: arrow

                        anchors.horizontalCenter: parent.horizontalCenter
                        name: "arrow_upward"
                        size: Theme.iconRow
                        color: Theme.ink
                    }

                    KText {
                        id: words

                        anchors.top: arrow.bottom
                        width: implicitWidth
                        role: "btn"
                        text: root.viewModel.word
                    }
                }
            }
        }
    }

    actions: [
        Grid {
            visible: root.viewModel.waits
            height: visible ? implicitHeight : 0
            columns: 2
            columnSpacing: Theme.gap

            KButton {
                objectName: "later"
                width: Math.floor((root.inner - Theme.gap) / 2)
                height: Math.max(Theme.button, implicitHeight)
                text: qsTr("Làm tiếp, để sau")
                onClicked: root.viewModel.later()
            }

            KButton {
                objectName: "restart"
                enabled: root.viewModel.mayRestart
                width: Math.floor((root.inner - Theme.gap) / 2)
                height: Math.max(Theme.button, implicitHeight)
                variant: "primary"
                iconName: "refresh"
                text: qsTr("Khởi động lại")
                onClicked: root.viewModel.restart()
            }
        }
    ]
}
