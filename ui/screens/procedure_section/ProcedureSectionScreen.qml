pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property ProcedureSectionViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property int actionHeight: root.tall ? Theme.buttonPrimary : Theme.buttonRow

    // A short text stands whole on a page the frame moves; a long one keeps its own pages.
    leastWords: !Theme.moving ? 0 : root.viewModel.empty ? list.y + none.height : list.whole ? list.y + list.wholeHeight : list.y + Theme.mm(230)

    PageTitle {
        id: heading

        width: root.inner - (root.tall ? 0 : done.width + Theme.gap)
        role: "h1"
        title: root.viewModel.title
        line: Theme.large || Theme.largest ? "" : root.viewModel.languageLine.length > 0 ? root.viewModel.languageLine : root.viewModel.line
        iconName: Theme.large || Theme.largest || !root.tall ? "" : root.viewModel.icon
    }

    PagedList {
        id: list

        objectName: "rows"
        y: (root.tall ? heading.height : Math.max(heading.height, done.height)) + Theme.gap4
        width: root.inner
        whole: Theme.moving && root.viewModel.isShort
        height: list.whole ? list.wholeHeight : root.wordsHeight - y
        spacing: Theme.gap4
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
        id: none

        y: list.y
        width: root.inner
        visible: root.viewModel.empty
        kind: "info"
        title: qsTr("Hồ sơ không ghi phần này")
        line: qsTr("Mời ông/bà hỏi cán bộ.")
    }

    actionsHeight: root.tall ? done.height : 1
    actions: [
        KButton {
            id: done

            objectName: "finish"
            x: root.inner - width
            y: root.tall ? 0 : root.topGap - parent.y
            width: root.tall ? root.inner : Math.max(Theme.mm(70), implicitWidth)
            height: root.actionHeight
            variant: "primary"
            iconName: "check"
            text: qsTr("Đã đọc xong")
            onClicked: root.viewModel.finish()
        }
    ]
}
