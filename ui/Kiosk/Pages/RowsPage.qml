pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// A heading, rows to touch or to read, and at most two buttons. The view model says all of it.
Page {
    id: root

    required property RowsPageViewModel page
    property bool reading: false
    // What is read stands in numbered steps, or as figures in large letters with what they count.
    property bool steps: false
    property bool figures: false
    // What the rows of a citizen's page leave free shows the drum.
    property bool drawn: false
    // Rows to tick: each is chosen or not, and none leads anywhere.
    property bool ticked: false
    property bool low: false
    property bool personalTitle: false
    // On lying screens a few short choices stand side by side, so that none is on another page.
    property bool across: false
    readonly property bool isAcross: root.across && !root.tall
    readonly property bool big: Theme.large || Theme.largest
    readonly property bool tall: Theme.portrait
    readonly property int buttonCount: (first.visible ? 1 : 0) + (other.visible ? 1 : 0)
    readonly property int columns: Theme.largest || root.tall && root.big ? 1 : Math.max(1, root.buttonCount)
    readonly property int each: Math.floor((root.inner - (root.columns - 1) * Theme.gap) / root.columns)

    leastWords: Theme.moving ? list.y + Math.max(list.wholeHeight, nothing.visible ? nothing.height : 0) + (foot.visible ? foot.height + Theme.gap4 : 0) : 0

    PageTitle {
        id: heading

        width: root.inner
        role: root.tall ? "disp" : "h1"
        title: root.page.title
        personal: root.personalTitle
        line: Theme.large && !root.tall ? "" : root.page.line
        iconName: root.big || !root.tall ? "" : root.page.icon
        pigment: root.page.pigment
    }

    Banner {
        id: note

        objectName: "note"
        visible: root.page.note.length > 0
        y: heading.height + Theme.mm(Theme.step(5, 2.5, 4))
        width: root.inner
        kind: root.page.noteKind
        title: root.page.note
        line: root.page.noteLine
    }

    Component {
        id: choice

        ListRow {
            id: row

            required property string key
            required property string icon

            required title
            required line
            required pigment
            required note

            objectName: "row-" + row.key
            width: list.listWidth
            height: Math.max(implicitHeight, root.low ? row.plateSize + Theme.mm(Theme.step(6, 4, 5)) : 0)
            low: root.low
            iconName: row.icon
            onClicked: root.page.open(row.key)
        }
    }

    Component {
        id: tick

        CheckRow {
            id: one

            required property string key
            required property bool marked

            required title
            required line

            objectName: "row-" + one.key
            width: list.listWidth
            yesText: qsTr("Đã chọn")
            noText: qsTr("Chưa chọn")
            checked: one.marked
            onToggled: root.page.open(one.key)
        }
    }

    Component {
        id: paragraph

        ReadingRow {
            id: words

            required property string key
            required property string icon

            required title
            required line
            required note
            required marked

            objectName: "row-" + words.key
            width: list.listWidth
            iconName: words.icon
        }
    }

    Component {
        id: numbered

        NumberedRow {
            id: step

            required property int index
            required property string key
            required property string title

            objectName: "row-" + step.key
            width: list.listWidth
            number: step.index + 1
            text: step.title
        }
    }

    Component {
        id: figure

        FactCard {
            id: card

            required property string key
            required property string line
            required property string note
            required property string icon
            required property var model

            objectName: "row-" + card.key
            width: list.listWidth
            title: card.note
            iconName: card.icon
            pigment: card.model.pigment

            KText {
                width: parent ? parent.width : 0
                role: "h1"
                text: card.model.title
            }

            KText {
                width: parent ? parent.width : 0
                visible: card.line.length > 0
                role: "cap"
                color: Theme.ink2
                text: card.line
            }
        }
    }

    // A lying glass and large letters have not the height for a heading above each figure.
    Component {
        id: lowFigure

        FactRow {
            id: low

            objectName: "row-" + low.key
            width: list.listWidth
            answers: true
        }
    }

    PagedList {
        id: list

        objectName: "rows"
        visible: !root.isAcross
        y: (note.visible ? note.y + note.height : heading.height) + Theme.mm(Theme.step(6, 2.5, 5))
        width: root.inner
        whole: Theme.moving
        height: list.whole ? list.wholeHeight : root.wordsHeight - y - (foot.visible ? foot.height + Theme.gap4 : 0)
        spacing: root.steps ? Theme.mm(Theme.step(8, 3, 6)) : root.reading || root.figures && !(root.tall && !root.big) ? Theme.gap4 : root.figures ? Theme.gap : Theme.rowGap
        model: root.page.rows
        delegate: root.ticked ? tick : root.steps ? numbered : root.figures ? (root.tall && !root.big ? figure : lowFigure) : root.reading ? paragraph : choice
    }

    Row {
        id: strip

        readonly property int each: Math.floor((root.inner - (choices.count - 1) * Theme.gap) / Math.max(1, choices.count))

        visible: root.isAcross
        y: list.y
        width: root.inner
        spacing: Theme.gap

        Repeater {
            id: choices

            model: root.isAcross ? root.page.rows : null

            KButton {
                id: one

                required property string key
                required property string title
                required property string icon

                objectName: "row-" + one.key
                width: strip.each
                height: Math.max(implicitHeight, Math.min(list.height, Theme.mm(Theme.step(70, 70, 100))))
                iconAbove: true
                iconSize: Theme.iconTile
                iconName: one.icon
                text: one.title
                onClicked: root.page.open(one.key)
            }
        }
    }

    Banner {
        id: nothing

        objectName: "nothing"
        y: list.y
        width: root.inner
        visible: root.page.empty && root.page.emptyTitle.length > 0
        kind: "info"
        title: root.page.emptyTitle
        line: root.page.emptyLine
    }

    // A page with little or nothing to list is still a page of this house.
    Art {
        id: drum

        readonly property int above: (nothing.visible ? nothing.y + nothing.height : list.y + list.usedHeight) + Theme.gap8
        readonly property int extent: Math.min(Theme.mm(154), root.wordsHeight - drum.above - Theme.gap8, root.inner)

        visible: (nothing.visible || root.drawn && !list.paged) && Theme.art && !Theme.moving && !foot.visible && drum.extent > Theme.mm(Theme.step(90, 60, 90))
        color: Theme.drumOnPage
        drawnWidth: Math.max(0, drum.extent)
        drawnHeight: Math.max(0, drum.extent)
        x: Math.round((root.inner - width) / 2)
        y: drum.above + Math.round((root.wordsHeight - drum.above - height) / 2)
    }

    KText {
        id: foot

        visible: root.page.foot.length > 0 && !Theme.large
        y: Theme.moving ? list.y + Math.max(list.wholeHeight, nothing.visible ? nothing.height : 0) + Theme.gap4 : root.wordsHeight - height
        width: root.inner
        role: "cap"
        color: Theme.ink2
        text: root.page.foot
    }

    actions: [
        Grid {
            columns: root.columns
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap4
            layoutDirection: Qt.LeftToRight

            KButton {
                id: other

                objectName: "secondary"
                visible: root.page.secondaryText.length > 0
                width: root.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                iconName: root.big ? "" : root.page.secondaryIcon
                text: root.page.secondaryText
                onClicked: root.page.secondary()
            }

            KButton {
                id: first

                objectName: "primary"
                visible: root.page.primaryText.length > 0
                width: root.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                variant: "primary"
                busy: root.page.busy
                iconName: root.big ? "" : root.page.primaryIcon
                text: root.page.primaryText
                onClicked: root.page.primary()
            }
        }
    ]
}
