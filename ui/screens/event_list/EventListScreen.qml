pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property EventListViewModel viewModel

    actionsHeight: Theme.portrait ? other.height : 1
    leastWords: Theme.moving ? list.y + (root.viewModel.empty ? nothing.height : list.wholeHeight) : 0

    PageTitle {
        id: heading

        width: root.inner - (Theme.portrait ? 0 : other.width + Theme.gap)
        title: root.viewModel.title
        line: qsTr("Chọn việc ông/bà cần làm")
        iconName: root.viewModel.icon
        pigment: root.viewModel.pigment
    }

    PagedList {
        id: list

        objectName: "rows"
        y: (Theme.portrait ? heading.height : Math.max(heading.height, other.height)) + Theme.gap6
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
            required more
            required pigment
            required property string icon

            objectName: "row-" + row.key
            width: list.listWidth
            iconName: row.icon
            onClicked: root.viewModel.open(row.key)
        }
    }

    Column {
        id: nothing

        y: list.y
        width: root.inner
        visible: root.viewModel.empty
        spacing: Theme.gap4

        Banner {
            width: parent.width
            kind: "info"
            title: qsTr("Chưa có việc nào ở mục này")
            line: qsTr("Ông/bà tìm theo tên, hoặc hỏi cán bộ.")
        }

        KButton {
            objectName: "callHelp"
            width: parent.width
            height: Theme.buttonRow
            variant: "help"
            iconName: "support_agent"
            text: qsTr("Hỏi cán bộ")
            onClicked: root.viewModel.callHelp()
        }
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
