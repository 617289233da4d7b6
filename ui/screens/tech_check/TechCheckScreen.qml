pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// What the machine found, worst first.
Page {
    id: root

    required property TechCheckViewModel viewModel

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
        kind: root.viewModel.noteKind
        title: root.viewModel.note
        line: root.viewModel.noteLine
    }

    PagedList {
        id: list

        objectName: "rows"
        y: (note.visible ? note.y + note.height : heading.height) + Theme.gap4
        width: root.inner
        height: root.wordsHeight - y
        spacing: Theme.gap2
        model: root.viewModel.rows
        delegate: FindingRow {
            id: row

            required property string key
            required property string icon
            required property string note
            required property string pigment

            required title
            required line
            objectName: "row-" + row.key
            width: list.listWidth
            kind: row.pigment
            iconName: row.icon
            todo: row.note
            onAct: root.viewModel.open(row.key)
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
                textRole: "body"
                iconName: root.viewModel.secondaryIcon
                text: root.viewModel.secondaryText
                onClicked: root.viewModel.secondary()
            }

            KButton {
                objectName: "primary"
                width: Math.floor((root.inner - Theme.gap) / 2)
                height: Math.max(Theme.button, implicitHeight)
                variant: "primary"
                busy: root.viewModel.busy
                iconName: root.viewModel.primaryIcon
                text: root.viewModel.primaryText
                onClicked: root.viewModel.primary()
            }
        }
    ]
}
