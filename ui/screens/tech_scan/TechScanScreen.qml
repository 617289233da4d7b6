pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// How the scanner is connected, beside a code to try it with.
Page {
    id: root

    required property TechScanViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property int listWidth: root.tall ? root.inner : root.inner - code.width - Theme.gap

    PageTitle {
        id: heading

        width: root.listWidth
        role: root.tall ? "disp" : "h1"
        title: root.viewModel.title
        line: root.viewModel.line
    }

    Banner {
        id: note

        objectName: "note"
        visible: root.viewModel.note.length > 0
        y: heading.height + Theme.gap4
        width: root.listWidth
        kind: root.viewModel.noteKind
        title: root.viewModel.note
        line: root.viewModel.noteLine
    }

    QrPanel {
        id: code

        objectName: "sample"
        x: root.tall ? Math.round((root.inner - width) / 2) : root.inner - width
        y: root.tall ? root.wordsHeight - height : 0
        moduleSize: Math.max(4, Math.round(Theme.mm(root.tall ? 2 : 1.4)))
        payload: root.viewModel.sample
        spokenName: root.viewModel.codeName
    }

    PagedList {
        id: list

        objectName: "rows"
        y: (note.visible ? note.y + note.height : heading.height) + Theme.gap4
        width: root.listWidth
        height: (root.tall ? code.y - Theme.gap4 : root.wordsHeight) - y
        model: root.viewModel.rows
        delegate: ListRow {
            id: row

            required property string key
            required property string icon

            required title
            required line
            required pigment

            objectName: "row-" + row.key
            width: list.listWidth
            low: true
            iconName: row.icon
            onClicked: root.viewModel.open(row.key)
        }
    }
}
