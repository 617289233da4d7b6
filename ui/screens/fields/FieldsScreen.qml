pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property FieldsViewModel viewModel

    actionsHeight: Theme.portrait ? 0 : 1

    PageTitle {
        id: heading

        width: root.inner - (Theme.portrait ? 0 : other.width + Theme.gap)
        title: qsTr("Việc theo lĩnh vực")
        line: qsTr("Chọn lĩnh vực ông/bà cần")
        iconName: "menu_book"
    }

    PagedList {
        id: list

        objectName: "rows"
        y: (Theme.portrait ? heading.height : Math.max(heading.height, other.height)) + Theme.gap6
        width: root.inner
        height: root.wordsHeight - y
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

    actions: [
        KButton {
            id: other

            objectName: "search"
            x: root.inner - width
            y: Theme.portrait ? 0 : root.topGap - parent.y
            width: Theme.portrait ? root.inner : Math.max(Theme.mm(150), Theme.large ? implicitWidth : 0)
            height: Theme.button
            iconName: "search"
            text: qsTr("Không thấy? Tìm việc khác")
            onClicked: root.viewModel.search()
        }
    ]
}
