pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// The changes of a new version, page by page; what was on the glass counts as seen.
Page {
    id: root

    required property StaffDiffViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property var counts: [[root.viewModel.added, qsTr("Thêm"), "add", "success"], [root.viewModel.changed, qsTr("Đổi"), "edit", "warning"], [root.viewModel.removed, qsTr("Bỏ"), "remove", "error"], [root.viewModel.kept, qsTr("Giữ nguyên"), "check", "plain"]]

    function told() {
        if (list.last >= 0) {
            root.viewModel.shownUpTo(list.last);
        }
    }

    PageTitle {
        id: heading

        width: root.tall ? root.inner : root.inner - numbers.width - Theme.gap
        role: root.tall ? "disp" : "h1"
        title: root.viewModel.title
        line: root.viewModel.line
    }

    Row {
        id: numbers

        x: root.tall ? 0 : root.inner - width
        y: root.tall ? heading.height + Theme.gap4 : 0
        width: root.tall ? root.inner : Theme.mm(Theme.step(0, 150, 190))
        spacing: Theme.gap4

        Repeater {
            model: root.counts

            CountBox {
                required property var modelData

                width: Math.floor((numbers.width - 3 * numbers.spacing) / 4)
                count: String(modelData[0])
                word: modelData[1]
                iconName: modelData[2]
                kind: modelData[3]
            }
        }
    }

    Banner {
        id: warning

        objectName: "warning"
        visible: root.viewModel.warning.length > 0
        y: (root.tall ? numbers.y + numbers.height : Math.max(heading.height, numbers.height)) + Theme.gap4
        width: root.inner
        kind: "warning"
        title: root.viewModel.warning
    }

    PagedList {
        id: list

        objectName: "rows"
        y: (warning.visible ? warning.y + warning.height : warning.y - Theme.gap4) + Theme.gap4
        width: root.inner
        height: root.wordsHeight - y
        model: root.viewModel.rows
        onLastChanged: root.told()
        delegate: ChangeCard {
            id: card

            required property string key
            required property string icon
            required property string line
            required property string marks
            required property string more
            required property string note
            required property string pigment
            required property bool marked

            required title
            objectName: "row-" + card.key
            width: list.listWidth
            kind: card.pigment
            iconName: card.icon
            word: card.note
            compares: card.marked
            before: card.line
            after: card.marks
            rest: card.more
            onLook: root.viewModel.open(card.key)
        }
    }

    actions: [
        Grid {
            id: buttons

            columns: root.tall ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap4

            KButton {
                id: approve

                objectName: "apply"
                width: root.tall ? root.inner : Math.floor((root.inner - Theme.gap) * 0.62)
                height: Math.max(Theme.button, implicitHeight)
                variant: "primary"
                iconName: "check"
                busy: root.viewModel.busy
                reason: root.viewModel.reason
                text: qsTr("Dùng bản mới")
                onClicked: root.viewModel.apply()
            }

            KButton {
                objectName: "later"
                width: root.tall ? root.inner : Math.floor((root.inner - Theme.gap) * 0.38)
                height: Math.max(Theme.button, implicitHeight)
                iconName: "schedule"
                text: qsTr("Để sau")
                onClicked: root.viewModel.later()
            }
        }
    ]
}
