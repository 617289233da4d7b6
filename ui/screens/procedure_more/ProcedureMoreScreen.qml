pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property ProcedureMoreViewModel viewModel
    readonly property bool tall: Theme.portrait

    leastWords: Theme.moving ? list.y + list.wholeHeight + (source.visible ? Theme.gap2 + source.height : 0) : 0

    PageTitle {
        id: heading

        width: root.inner - (root.tall ? 0 : done.width + Theme.gap)
        role: "h1"
        title: qsTr("Xem thêm về việc này")
        line: Theme.large || Theme.largest ? "" : root.viewModel.line
        iconName: Theme.large || Theme.largest || !root.tall ? "" : "menu_book"
    }

    PagedList {
        id: list

        objectName: "rows"
        y: (root.tall ? heading.height : Math.max(heading.height, done.height)) + Theme.gap4
        width: root.inner
        whole: Theme.moving
        height: list.whole ? list.wholeHeight : root.wordsHeight - y - (source.visible ? source.height + Theme.gap2 : 0)
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
            iconName: row.icon
            onClicked: root.viewModel.open(row.key)
        }
    }

    KText {
        id: source

        visible: !Theme.large && !Theme.largest && text.length > 0
        y: list.whole ? list.y + list.wholeHeight + Theme.gap2 : root.wordsHeight - height
        width: root.inner
        role: "cap"
        color: Theme.ink2
        text: root.viewModel.sourceLine
    }

    actionsHeight: root.tall ? done.height : 1
    actions: [
        KButton {
            id: done

            objectName: "finish"
            x: root.inner - width
            y: root.tall ? 0 : root.topGap - parent.y
            width: root.tall ? root.inner : Math.max(Theme.mm(70), implicitWidth)
            height: root.tall ? Theme.buttonPrimary : Theme.buttonRow
            variant: "primary"
            iconName: "arrow_back"
            text: qsTr("Về trang việc này")
            onClicked: root.viewModel.finish()
        }
    ]
}
