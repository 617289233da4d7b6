pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// Four cards that say how things are, then what there is to do.
Page {
    id: root

    required property StaffTodayViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property int cardColumns: root.tall ? 2 : 4
    readonly property int cardWidth: Math.floor((root.inner - (root.cardColumns - 1) * Theme.gap) / root.cardColumns)

    PageTitle {
        id: heading

        width: root.inner
        role: root.tall ? "disp" : "h1"
        title: root.viewModel.title
    }

    Banner {
        id: note

        objectName: "note"
        visible: root.viewModel.note.length > 0 && (root.tall || root.viewModel.noteKind === "success")
        y: heading.height + Theme.mm(Theme.step(5, 2, 4))
        width: root.inner
        kind: root.viewModel.noteKind
        title: root.viewModel.note
        line: root.viewModel.noteLine
    }

    Grid {
        id: cards

        y: note.visible ? note.y + note.height + Theme.gap4 : heading.height + Theme.mm(Theme.step(6, 2.5, 5))
        columns: root.cardColumns
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap4

        Repeater {
            model: root.viewModel.cards

            FactCard {
                id: card

                required property string key
                required property string line
                required property string icon
                required property string note

                required pigment
                required title
                objectName: "card-" + card.key
                width: root.cardWidth
                height: Math.max(Theme.mm(Theme.step(62, 44, 60)), implicitHeight)
                iconName: Theme.landscape ? "" : card.icon
                rim: card.pigment === "warning" ? Theme.warning : card.pigment === "error" ? Theme.error : Theme.hair
                rimWidth: card.pigment === "warning" || card.pigment === "error" ? Theme.outline : Theme.cardOutline

                KText {
                    width: parent ? parent.width : 0
                    role: root.tall ? "h1" : "lead"
                    strong: true
                    text: card.line
                }

                StatusPill {
                    width: parent ? parent.width : 0
                    kind: card.pigment
                    text: card.note
                }
            }
        }
    }

    KText {
        id: todo

        visible: root.tall && !root.viewModel.empty
        y: cards.y + cards.height + Theme.gap6
        width: root.inner
        role: "h1"
        text: qsTr("Việc cần làm")
    }

    PagedList {
        id: list

        objectName: "rows"
        y: todo.visible ? todo.y + todo.height + Theme.gap4 : cards.y + cards.height + Theme.gap4
        width: root.inner
        height: root.wordsHeight - y
        model: root.viewModel.rows
        delegate: ListRow {
            id: row

            required property string key
            required property string icon

            required title
            required line
            required pigment
            required note

            objectName: "row-" + row.key
            width: list.listWidth
            low: true
            iconName: row.icon
            onClicked: root.viewModel.open(row.key)
        }
    }

    actions: [
        Grid {
            columns: 2
            columnSpacing: Theme.gap

            KButton {
                objectName: "secondary"
                width: Math.floor((root.inner - Theme.gap) / 2)
                height: Math.max(Theme.button, implicitHeight)
                busy: root.viewModel.busy
                iconName: root.viewModel.secondaryIcon
                text: root.viewModel.secondaryText
                onClicked: root.viewModel.secondary()
            }

            KButton {
                objectName: "primary"
                width: Math.floor((root.inner - Theme.gap) / 2)
                height: Math.max(Theme.button, implicitHeight)
                variant: "primary"
                iconName: root.viewModel.primaryIcon
                text: root.viewModel.primaryText
                onClicked: root.viewModel.primary()
            }
        }
    ]
}
