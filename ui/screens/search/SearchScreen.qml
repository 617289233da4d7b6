pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Surface {
    id: root

    required property SearchViewModel viewModel

    // The largest letters: typing and looking one after the other, on a page that moves. The words typed stand
    // directly above the keys, as they do wherever hands reach only the lower part of the glass.
    readonly property bool looking: Theme.moving && root.viewModel.looking
    readonly property bool typing: Theme.moving && !root.looking
    readonly property bool fieldBelow: root.typing || Theme.handsLow && Theme.portrait && !Theme.moving

    longHeight: root.looking ? list.y + list.wholeHeight + Theme.gap6 + again.height + Theme.gap4 : root.typing ? head.y + head.height + (hint.visible ? hint.implicitHeight + Theme.gap4 : 0) + field.height + 2 * Theme.gap4 + keys.height : 0
    fromBelow: root.typing && Theme.largest
    keepsLow: root.typing && !Theme.largest

    // Ten keys of 20 mm with their gaps; what is left of a lying screen holds the words found.
    readonly property int side: Theme.portrait ? 0 : root.width - Theme.mm(232)
    // Phrases that go on from what was typed: above the keys where there is room, else under the field.
    readonly property int phrases: Theme.landscape ? 1 : 2

    InputBox {
        id: field

        objectName: "field"
        x: Theme.margin
        y: root.fieldBelow ? keys.y - height - Theme.gap4 : Theme.mm(Theme.step(6, 2.5, 5))
        width: Theme.portrait ? root.width - 2 * Theme.margin : root.side - Theme.margin - Theme.gap2
        height: Math.max(Theme.searchField, implicitHeight)
        iconName: Theme.portrait ? "search" : ""
        text: root.viewModel.query
        placeholder: qsTr("Gõ tên việc")
        active: !root.looking
        note: Theme.portrait ? root.viewModel.countText : ""
    }

    Grid {
        id: going

        // The rows come first: phrases stand there only where they leave room for some.
        visible: suggested.count > 0 && !Theme.moving && !Theme.handsLow && !Theme.large && !Theme.largest && (!Theme.landscape || root.viewModel.question.length === 0)
        x: Theme.wide ? root.side + Theme.mm(4) : Theme.margin
        y: Theme.wide ? field.y : root.fieldBelow ? Theme.gap4 : field.y + field.height + Theme.gap2
        width: Theme.wide ? root.width - x - Theme.margin : field.width
        columns: root.phrases
        spacing: Theme.keyGap

        Repeater {
            id: suggested

            model: root.viewModel.completions

            KButton {
                id: phrase

                required property string title
                required property int index

                objectName: "complete-" + phrase.index
                visible: phrase.index < root.phrases
                width: Math.floor((going.width - (root.phrases - 1) * going.spacing) / root.phrases)
                height: Math.max(Theme.target, implicitHeight)
                leftAligned: true
                textRole: "body"
                iconName: Theme.landscape ? "" : "search"
                text: phrase.title
                spokenName: qsTr("Tìm: %1").arg(phrase.title)
                onClicked: root.viewModel.complete(phrase.title)
            }
        }
    }

    Column {
        id: head

        readonly property int above: going.visible && !Theme.wide ? going.y + going.height : field.y + field.height

        x: Theme.margin
        y: root.fieldBelow && !going.visible ? Theme.gap4 : head.above + Theme.mm(Theme.step(4, 2.5, 4))
        width: field.width
        spacing: Theme.gap2

        Banner {
            width: head.width
            visible: root.viewModel.nothing
            kind: "info"
            title: qsTr("Chưa tìm thấy việc này")
            line: !Theme.portrait ? "" : qsTr("Gõ ít chữ hơn, hoặc hỏi cán bộ.")
        }

        KButton {
            objectName: "callHelp"
            // The bar calls help as well, and lower.
            visible: root.viewModel.nothing && !Theme.shortReach
            width: head.width
            height: Math.max(Theme.buttonRow, Theme.largest ? implicitHeight : 0)
            iconName: "support_agent"
            variant: "help"
            text: qsTr("Hỏi cán bộ")
            onClicked: root.viewModel.callHelp()
        }

        KText {
            objectName: "question"
            width: head.width
            visible: text.length > 0 && !root.typing
            role: Theme.portrait ? "lead" : "body"
            strong: true
            text: root.viewModel.question.length > 0 ? root.viewModel.question : root.showsPopular ? root.viewModel.popularTitle : ""
        }
    }

    readonly property int headBottom: head.height > 0 ? head.y + head.height + Theme.gap2 : head.y
    // Where nothing was found, what most people ask stands below, as far as there is room for it.
    readonly property bool showsPopular: !Theme.large && !Theme.moving && !Theme.handsLow

    PagedList {
        id: list

        objectName: "rows"
        ownPager: Theme.portrait
        sidePager: Theme.handsLow || !Theme.portrait
        visible: !root.typing && (!root.viewModel.nothing || root.showsPopular)
        whole: root.looking
        x: Theme.margin
        y: root.headBottom
        width: field.width
        height: list.whole ? list.wholeHeight : (Theme.portrait ? (hint.visible ? hint.y : root.fieldBelow ? field.y : keys.y) : turn.y) - y - Theme.gap2 - (Theme.portrait && !hint.visible ? Theme.gap2 : 0) - (Theme.portrait ? 0 : Theme.mm(0.5))
        model: root.viewModel.rows
        delegate: Item {
            id: cell

            required property string key
            required property string icon
            required property string title
            required property string line
            required property string more
            required property string pigment
            required property string marks
            required property bool inset
            // Beside the keys, and in large letters, there is room for one line of one kind.
            readonly property bool brief: Theme.large || Theme.largest || !Theme.portrait && (cell.more.length === 0 || cell.more.length > 45)
            readonly property bool folds: cell.key.startsWith("twins-")

            width: list.listWidth
            implicitHeight: row.height

            ListRow {
                id: row

                objectName: "row-" + cell.key
                x: cell.inset ? Theme.gap8 : 0
                width: cell.width - x
                height: implicitHeight
                low: cell.folds
                title: cell.title
                titleRole: cell.folds ? "body" : "btn"
                line: Theme.portrait || cell.brief ? cell.line : ""
                more: cell.brief ? "" : cell.more
                marks: cell.marks
                pigment: cell.pigment
                iconName: Theme.portrait && !cell.folds ? cell.icon : ""
                trailingIcon: cell.folds ? cell.icon : "chevron_right"
                onClicked: root.viewModel.open(cell.key)
            }
        }
    }

    Row {
        id: turn

        visible: !Theme.portrait && list.paged && list.visible
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

        visible: Theme.moving ? root.typing && !root.viewModel.nothing && root.viewModel.query.length === 0 : Theme.portrait ? !Theme.large || list.count === 0 : !Theme.large
        x: Theme.portrait ? Theme.margin : root.side + Theme.mm(4)
        y: (root.fieldBelow ? field.y : keys.y) - implicitHeight - (Theme.portrait ? Theme.gap4 : Theme.mm(1))
        width: Theme.portrait ? field.width : root.width - x - Theme.margin
        role: "cap"
        color: Theme.ink2
        text: root.viewModel.unsure ? qsTr("Có thể ông/bà cần việc khác. Hỏi cán bộ giúp.") : qsTr("Gõ không dấu cũng được. Chữ chưa đúng, máy vẫn tìm.")
    }

    KButton {
        id: again

        objectName: "typeAgain"
        visible: root.looking
        x: Theme.margin
        y: list.y + list.wholeHeight + Theme.gap6
        width: field.width
        height: Math.max(Theme.button, implicitHeight)
        iconName: "keyboard"
        text: qsTr("Gõ chữ khác")
        onClicked: root.viewModel.typeAgain()
    }

    Keyboard {
        id: keys

        visible: !root.looking

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
