pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// The printer in use, what the test page must show, and what else is within reach.
Page {
    id: root

    required property TechPrintersViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property color rim: root.viewModel.kind === "error" ? Theme.error : root.viewModel.kind === "warning" ? Theme.warning : root.viewModel.kind === "success" ? Theme.success : Theme.hair

    PageTitle {
        id: heading

        width: root.inner
        role: root.tall ? "disp" : "h1"
        title: root.viewModel.title
    }

    FactCard {
        id: card

        objectName: "printer"
        y: heading.height + Theme.gap4
        width: root.tall ? root.inner : Math.round(root.inner * 0.42) - Theme.gap
        iconName: "print"
        title: root.viewModel.name
        rim: root.rim
        rimWidth: Theme.outline

        KText {
            width: parent ? parent.width : 0
            role: "cap"
            color: Theme.ink2
            text: root.viewModel.address
        }

        StatusPill {
            width: parent ? parent.width : 0
            kind: root.viewModel.kind
            text: root.viewModel.state
        }

        KText {
            width: parent ? parent.width : 0
            visible: root.viewModel.remedy.length > 0
            text: root.viewModel.remedy
        }
    }

    Banner {
        id: note

        objectName: "note"
        y: card.y + card.height + Theme.gap4
        width: card.width
        kind: root.viewModel.noteKind
        title: root.viewModel.note
        line: Theme.landscape ? "" : root.viewModel.noteLine
    }

    PagedList {
        id: list

        objectName: "rows"
        x: root.tall ? 0 : card.width + Theme.gap
        y: root.tall ? note.y + note.height + Theme.gap4 : 0
        width: root.inner - x
        height: root.wordsHeight - y
        model: root.viewModel.rows
        delegate: ListRow {
            id: row

            required property string key
            required property string icon

            required title
            required line
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
                busyText: qsTr("Đang tìm…")
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
