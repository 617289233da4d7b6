pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property ChecklistViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property bool hasForm: root.viewModel.canPreRegister
    readonly property int half: Theme.largest ? root.inner : (root.inner - Theme.gap) / 2
    readonly property int actionHeight: Theme.large ? Theme.mm(Theme.step(39, 40, 42)) : Theme.button

    leastWords: Theme.moving ? state.y + state.height : 0

    PageTitle {
        id: heading

        width: root.tall ? root.inner : root.inner - state.width - Theme.gap
        title: qsTr("Giấy tờ của riêng ông/bà")
        line: Theme.large ? "" : root.viewModel.line
    }

    PagedList {
        id: papers

        objectName: "ownPapers"
        y: (root.tall ? heading.height : Math.max(heading.height, state.height)) + Theme.mm(Theme.step(6, 2.5, 5))
        width: root.inner
        whole: Theme.moving
        height: papers.whole ? papers.wholeHeight : root.wordsHeight - y - (root.tall ? state.height + Theme.gap6 : 0)
        spacing: Theme.rowGap
        model: root.viewModel.papers
        delegate: CheckRow {
            id: paper

            required property string key
            required property bool marked
            required property var model

            objectName: "paper-" + paper.key
            width: papers.listWidth
            title: paper.model.title
            line: paper.model.line
            checked: paper.marked
            onToggled: value => root.viewModel.tick(paper.key, value)
        }
    }

    Banner {
        id: state

        objectName: "state"
        visible: root.viewModel.loaded
        x: root.tall ? 0 : root.inner - width
        // Lying screens are low: what is missing stands beside the title, and the list has all of the width.
        y: root.tall ? papers.y + (papers.whole ? papers.wholeHeight : papers.usedHeight) + Theme.gap6 : 0
        width: root.tall ? root.inner : Math.round(root.inner * 0.46)
        kind: root.viewModel.complete ? "success" : "info"
        title: root.viewModel.stateTitle
        line: Theme.large && !root.tall ? "" : root.viewModel.stateLine
    }

    actionsHeight: Theme.largest ? takeAway.y + takeAway.height : root.tall ? (root.hasForm ? 2 * Theme.buttonPrimary + Theme.rowGap : Theme.buttonPrimary) : root.actionHeight
    actions: [
        KButton {
            id: onwards

            objectName: "preRegister"
            visible: root.hasForm
            x: root.tall ? 0 : root.inner - width
            width: root.tall ? root.inner : (root.inner - 2 * Theme.gap) * 0.4
            height: root.tall ? Math.max(Theme.buttonPrimary, Theme.largest ? implicitHeight : 0) : root.actionHeight
            variant: "primary"
            iconName: "edit_note"
            text: qsTr("Khai trước tại máy này")
            onClicked: root.viewModel.preRegister()
        },
        KButton {
            id: printing

            objectName: "print"
            visible: root.viewModel.loaded
            y: root.tall && root.hasForm ? onwards.height + Theme.rowGap : 0
            width: root.tall || !root.hasForm ? root.half : (root.inner - 2 * Theme.gap) * 0.3
            height: root.tall ? Math.max(Theme.buttonPrimary, Theme.largest ? implicitHeight : 0) : root.actionHeight
            variant: root.hasForm ? "secondary" : "primary"
            iconName: "print"
            textRole: root.tall ? "lead" : "btn"
            text: root.tall ? qsTr("In danh sách này") : qsTr("In danh sách")
            onClicked: root.viewModel.printList()
        },
        KButton {
            id: takeAway

            objectName: "takeAway"
            visible: root.viewModel.loaded
            x: Theme.largest ? 0 : printing.width + Theme.gap
            y: Theme.largest ? printing.y + printing.height + Theme.rowGap : printing.y
            width: printing.width
            height: printing.height
            iconName: "qr_code_2"
            textRole: root.tall ? "lead" : "btn"
            text: qsTr("Lưu điện thoại")
            onClicked: root.viewModel.takeAway()
        }
    ]
}
