pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Item {
    id: root

    required property SearchViewModel viewModel
    // Ten keys of 20 mm with their gaps; what is left of a lying screen holds the words found.
    readonly property int side: Theme.portrait ? 0 : root.width - Theme.mm(232)

    InputBox {
        id: field

        objectName: "field"
        x: Theme.margin
        y: Theme.mm(Theme.step(6, 2.5, 5))
        width: Theme.portrait ? root.width - 2 * Theme.margin : root.side - Theme.margin - Theme.gap2
        height: Math.max(Theme.searchField, implicitHeight)
        iconName: Theme.portrait ? "search" : ""
        text: root.viewModel.query
        placeholder: qsTr("Gõ tên việc")
        note: Theme.portrait ? root.viewModel.countText : ""
    }

    PagedList {
        id: list

        objectName: "rows"
        ownPager: Theme.portrait
        x: Theme.margin
        y: field.y + field.height + Theme.mm(Theme.step(6, 2.5, 4))
        width: field.width
        height: (Theme.portrait ? hint.y : turn.y) - y - Theme.gap2
        model: root.viewModel.rows
        delegate: ListRow {
            id: row

            required property string key
            required property string icon

            required title
            required line

            objectName: "row-" + row.key
            width: list.listWidth
            iconName: Theme.portrait ? row.icon : ""
            onClicked: root.viewModel.open(row.key)
        }
    }

    Column {
        x: Theme.margin
        y: list.y
        width: field.width
        spacing: Theme.gap4
        visible: root.viewModel.nothing

        Banner {
            width: parent.width
            kind: "info"
            title: qsTr("Chưa tìm thấy việc này")
            line: qsTr("Gõ ít chữ hơn, hoặc hỏi cán bộ.")
        }

        KButton {
            objectName: "callHelp"
            width: parent.width
            iconName: "support_agent"
            variant: "help"
            text: qsTr("Hỏi cán bộ")
            onClicked: root.viewModel.callHelp()
        }
    }

    Row {
        id: turn

        visible: !Theme.portrait && list.paged
        x: Theme.margin
        y: root.height - height - Theme.mm(3)
        spacing: Theme.gap

        KButton {
            objectName: "rowsUp"
            width: (field.width - Theme.gap) / 2
            height: Theme.buttonRow
            enabled: list.hasUp
            iconName: Theme.large ? "" : "arrow_upward"
            text: qsTr("Lên")
            onClicked: list.up()
        }

        KButton {
            objectName: "rowsDown"
            width: (field.width - Theme.gap) / 2
            height: Theme.buttonRow
            enabled: list.moreBelow
            iconName: Theme.large ? "" : "arrow_downward"
            text: qsTr("Xuống")
            onClicked: list.down()
        }
    }

    KText {
        id: hint

        visible: Theme.portrait || !Theme.large
        x: Theme.portrait ? Theme.margin : root.side + Theme.mm(4)
        y: keys.y - implicitHeight - (Theme.portrait ? Theme.gap4 : Theme.mm(1))
        width: Theme.portrait ? field.width : root.width - x - Theme.margin
        role: "cap"
        color: Theme.ink2
        text: root.viewModel.unsure ? qsTr("Có thể ông/bà cần việc khác. Hỏi cán bộ giúp.") : qsTr("Gõ không dấu cũng được. Chữ chưa đúng, máy vẫn tìm.")
    }

    Keyboard {
        id: keys

        objectName: "keyboard"
        x: root.side
        width: root.width - x
        y: root.height - height
        onLetter: text => root.viewModel.letter(text)
        onMark: text => root.viewModel.mark(text)
        onTone: name => root.viewModel.tone(name)
        onSpace: root.viewModel.space()
        onBackspace: root.viewModel.backspace()
        onClear: root.viewModel.clear()
        onSubmit: root.viewModel.submit()
    }
}
