pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// Visits of two weeks as bars, then the procedures people looked at.
Page {
    id: root

    required property StaffFiguresViewModel viewModel
    readonly property bool tall: Theme.portrait

    PageTitle {
        id: heading

        width: root.inner
        role: root.tall ? "disp" : "h1"
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

    KText {
        id: caption

        y: (note.visible ? note.y + note.height : heading.height) + Theme.gap4
        width: plot.width
        role: "cap"
        color: Theme.ink2
        text: qsTr("Lượt dùng 14 ngày, cột cuối là hôm nay")
    }

    Plot {
        id: plot

        y: caption.y + caption.height + Theme.gap2
        width: root.tall ? root.inner : Math.round(root.inner * 0.48)
        height: root.tall ? Theme.mm(90) : root.wordsHeight - y
        bars: root.viewModel.bars
    }

    PagedList {
        id: list

        objectName: "rows"
        x: root.tall ? 0 : plot.width + Theme.gap
        y: root.tall ? plot.y + plot.height + Theme.gap6 : caption.y
        width: root.inner - x
        height: root.wordsHeight - y
        model: root.viewModel.rows
        delegate: ReadingRow {
            id: row

            required property string key
            required property string icon

            required title
            required line
            required note
            required marked

            objectName: "row-" + row.key
            width: list.listWidth
            iconName: row.icon
        }
    }

    Banner {
        objectName: "nothing"
        visible: root.viewModel.empty
        x: list.x
        y: list.y
        width: list.width
        kind: "info"
        title: root.viewModel.emptyTitle
    }

    actions: [
        KButton {
            objectName: "primary"
            width: root.inner
            height: Math.max(Theme.button, implicitHeight)
            variant: "primary"
            busy: root.viewModel.busy
            iconName: root.viewModel.primaryIcon
            text: root.viewModel.primaryText
            onClicked: root.viewModel.primary()
        }
    ]
}
