pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property FieldsViewModel viewModel

    actionsHeight: Theme.portrait ? other.height : 1
    leastWords: Theme.moving ? list.y + (root.viewModel.empty ? nothing.height : list.wholeHeight) : 0

    PageTitle {
        id: heading

        width: root.inner - (Theme.portrait ? 0 : other.width + Theme.gap)
        title: qsTr("Việc theo lĩnh vực")
        line: qsTr("Chọn lĩnh vực ông/bà cần")
        iconName: "menu_book"
    }

    Row {
        id: letters

        readonly property int each: Math.floor((root.inner - (root.viewModel.letterCount - 1) * letters.spacing) / Math.max(1, root.viewModel.letterCount))

        // The largest letters have no room for six ranges beside one another.
        visible: root.viewModel.letterCount > 0 && !Theme.largest
        y: (Theme.portrait ? heading.height : Math.max(heading.height, other.height)) + Theme.gap4
        spacing: Theme.keyGap

        Repeater {
            model: root.viewModel.letters

            KButton {
                id: range

                required property string key
                required property string title
                required property string note
                required property bool marked

                objectName: "letters-" + range.key
                width: letters.each
                height: Theme.target
                variant: range.marked ? "primary" : "secondary"
                textRole: "body"
                iconName: range.marked && !Theme.large ? "check" : ""
                iconSize: Theme.mm(8)
                text: range.title
                spokenName: range.note
                onClicked: root.viewModel.chooseLetters(range.key)
            }
        }
    }

    PagedList {
        id: list

        objectName: "rows"
        y: letters.visible ? letters.y + Theme.target + Theme.gap4 : (Theme.portrait ? heading.height : Math.max(heading.height, other.height)) + Theme.gap6
        width: root.inner
        whole: Theme.moving
        height: list.whole ? list.wholeHeight : root.wordsHeight - y
        model: root.viewModel.rows
        delegate: ListRow {
            id: row

            required property string key
            required property int index

            required title
            required line
            required pigment
            required property string icon

            objectName: "row-" + row.key
            width: list.listWidth
            iconName: row.icon
            onClicked: root.viewModel.open(row.key)
        }
    }

    Banner {
        id: nothing

        y: list.y
        width: root.inner
        visible: root.viewModel.empty
        kind: "info"
        title: qsTr("Máy chưa có danh mục việc")
        line: qsTr("Mời ông/bà hỏi cán bộ.")
    }

    actions: [
        KButton {
            id: other

            objectName: "search"
            x: root.inner - width
            y: Theme.portrait ? 0 : root.topGap - parent.y
            width: Theme.portrait ? root.inner : Math.max(Theme.mm(150), Theme.large ? implicitWidth : 0)
            height: Math.max(Theme.button, implicitHeight)
            iconName: "search"
            text: qsTr("Không thấy? Tìm việc khác")
            onClicked: root.viewModel.search()
        }
    ]
}
