pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property ProcedureCasesViewModel viewModel
    readonly property bool tall: Theme.portrait

    leastWords: Theme.moving ? list.y + list.wholeHeight : 0

    PageTitle {
        id: heading

        width: root.inner - (root.tall ? 0 : unsure.width + Theme.gap)
        role: "h1"
        title: qsTr("Ông/bà thuộc trường hợp nào?")
        line: Theme.large || Theme.largest ? "" : root.viewModel.line
        iconName: Theme.large || Theme.largest || !root.tall ? "" : "list_alt"
        pigment: "plum"
    }

    PagedList {
        id: list

        objectName: "rows"
        y: (root.tall ? heading.height : Math.max(heading.height, unsure.height)) + Theme.gap4
        width: root.inner
        whole: Theme.moving
        height: list.whole ? list.wholeHeight : root.wordsHeight - y
        model: root.viewModel.rows
        delegate: ListRow {
            id: row

            required property string key

            required title
            required line

            objectName: "case-" + row.key
            width: list.listWidth
            iconName: ""
            titleRole: "lead"
            onClicked: root.viewModel.open(row.key)
        }
    }

    actionsHeight: root.tall ? unsure.height : 1
    actions: [
        KButton {
            id: unsure

            objectName: "callHelp"
            x: root.inner - width
            y: root.tall ? 0 : root.topGap - parent.y
            width: root.tall ? root.inner : Math.max(Theme.mm(80), implicitWidth)
            height: root.tall ? Theme.buttonPrimary : Theme.buttonRow
            variant: "help"
            iconName: "support_agent"
            text: qsTr("Chưa rõ? Hỏi cán bộ")
            onClicked: root.viewModel.callHelp()
        }
    ]
}
